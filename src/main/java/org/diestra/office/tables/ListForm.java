package org.diestra.office.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.Manner;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What is asked of a table's rows, as it stands in an address: {@code q}, up to {@value
 * #CONDITIONS} conditions as {@code field}, {@code sort} and {@code value}, {@code by} and {@code
 * down}, and {@code group} where rows are parted by what they are sorted by.
 */
record ListForm(String q, List<Condition> conditions, String by, boolean down, boolean group) {
  static final int CONDITIONS = 3;
  private static final int LONGEST = 200;

  ListForm {
    conditions = List.copyOf(conditions);
  }

  /** One condition as it was typed. */
  record Condition(String field, String sort, String value) {
    static final Condition NONE = new Condition("", "is", "");
  }

  static ListForm of(MultiValueMap<String, String> sent) {
    var conditions = new ArrayList<Condition>();
    var fields = sent.getOrDefault("field", List.of());
    var sorts = sent.getOrDefault("sort", List.of());
    var values = sent.getOrDefault("value", List.of());
    for (int i = 0; i < Math.min(CONDITIONS, fields.size()); i++) {
      if (!fields.get(i).isEmpty()) {
        conditions.add(new Condition(fields.get(i), at(sorts, i, "is"), cut(at(values, i, ""))));
      }
    }
    return new ListForm(
        cut(Typed.line(sent.getFirst("q"))),
        conditions,
        Typed.line(sent.getFirst("by")),
        "true".equals(sent.getFirst("down")),
        "true".equals(sent.getFirst("group")));
  }

  private static String at(List<String> list, int i, String otherwise) {
    return i < list.size() ? list.get(i) : otherwise;
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  Condition condition(int i) {
    return i < conditions.size() ? conditions.get(i) : Condition.NONE;
  }

  /** What it asks of that table, and what of it can't be asked. */
  Asked read(Table table, Reading reading, Manner manner, Problems problems) {
    var filters = new ArrayList<Filter>();
    for (int i = 0; i < conditions.size(); i++) {
      var condition = conditions.get(i);
      var field = table.field(TableForm.number(condition.field())).filter(table::sorts);
      var sort = Filter.Sort.read(condition.sort());
      if (field.isEmpty() || sort.isEmpty() || !sort.get().fits(field.get())) {
        problems.add("condition-" + i, "tables.filter.wrong");
      } else {
        add(
            filters,
            table,
            field.get(),
            sort.get(),
            condition.value(),
            reading,
            manner,
            problems,
            i);
      }
    }
    var sorted = table.field(TableForm.number(by)).filter(table::sorts).orElse(null);
    return new Asked(Sought.words(q), filters, sorted, down);
  }

  private static void add(
      List<Filter> filters,
      Table table,
      Field field,
      Filter.Sort sort,
      String typed,
      Reading reading,
      Manner manner,
      Problems problems,
      int i) {
    if (sort.bare()) {
      filters.add(new Filter(field, sort, ""));
      return;
    }
    if (sort == Filter.Sort.BEGINS) {
      filters.add(new Filter(field, sort, Typed.line(typed)));
      return;
    }
    var read = reading.read(table, List.of(Map.of(field.number(), typed)), manner).getFirst();
    var why = read.faults().get(field.number());
    if (why != null) {
      problems.add(new Refusal(why.kind(), why.key(), why.args(), "condition-" + i));
    } else {
      filters.add(new Filter(field, sort, read.values().getOrDefault(field.number(), "")));
    }
  }

  /** The same question with other order, or at another place. */
  MultiValueMap<String, String> params(String otherBy, boolean otherDown) {
    var params = new LinkedMultiValueMap<String, String>();
    if (!q.isEmpty()) {
      params.add("q", q);
    }
    for (var condition : conditions) {
      params.add("field", condition.field());
      params.add("sort", condition.sort());
      params.add("value", condition.value());
    }
    if (!otherBy.isEmpty()) {
      params.add("by", otherBy);
      if (otherDown) {
        params.add("down", "true");
      }
      if (group) {
        params.add("group", "true");
      }
    }
    return params;
  }

  /** What its address says, without a question mark; empty where it asks for nothing. */
  String query() {
    var href = href("", params(by, down));
    return href.isEmpty() ? "" : href.substring(1);
  }

  static String href(String path, MultiValueMap<String, String> params) {
    var pairs = new ArrayList<String>();
    params.forEach(
        (name, values) -> values.forEach(v -> pairs.add(name + "=" + URLEncoder.encode(v, UTF_8))));
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }
}
