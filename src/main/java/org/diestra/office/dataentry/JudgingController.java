package org.diestra.office.dataentry;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.diestra.office.dataentry.Batch.Hand;
import org.diestra.office.dataentry.Batch.Item;
import org.diestra.office.dataentry.Batch.Progress;
import org.diestra.office.dataentry.ValueStore.Keyed;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.Manner;
import org.diestra.office.tables.Reading;
import org.diestra.office.tables.Table;
import org.diestra.office.tables.Tables;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code …/judging} and {@code …/sample}: what differs is settled, what holds looked through. */
@Controller
@RequestMapping("/w/{workspace}/data/batches/{batch}")
class JudgingController {
  private final Tables tables;
  private final Batches batches;
  private final Judging judging;
  private final Reading reading;
  private final Sources sources;

  JudgingController(
      Tables tables, Batches batches, Judging judging, Reading reading, Sources sources) {
    this.tables = tables;
    this.batches = batches;
    this.judging = judging;
    this.reading = reading;
    this.sources = sources;
  }

  /**
   * A record before the judge.
   *
   * @param both what was keyed in; empty until the source was seen
   * @param differing the fields in which it differs
   * @param sample whether it is one of the sample
   */
  record Bench(
      Pass pass,
      Batch batch,
      List<Field> fields,
      Progress progress,
      Item item,
      Sources.@Nullable View source,
      Map<Hand, Keyed> both,
      Set<Integer> differing,
      Map<Integer, String> typed,
      boolean sample) {
    String value(Field field) {
      return typed.getOrDefault(field.number(), "");
    }

    String keyed(Hand hand, Field field) {
      var keyed = both.get(hand);
      return keyed == null ? "" : keyed.cells().getOrDefault(field.number(), "");
    }

    String href() {
      return batch.href() + (sample ? "/sample/" : "/judging/") + Ids.text(item.id());
    }
  }

  @GetMapping("/judging")
  String next(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BatchId batch,
      Model model,
      RedirectAttributes onward) {
    var pass = tables.enter(viewer, workspace);
    var found = batches.get(workspace, batch);
    var item = judging.next(pass, found);
    if (item.isEmpty()) {
      Flash.note(onward, "dataentry.judging.none");
      return "redirect:" + found.href();
    }
    return bench(pass, found, item.get(), null, false, model);
  }

  /**
   * @param typed null to begin with what is known
   */
  private String bench(
      Pass pass,
      Batch batch,
      Item item,
      @Nullable Map<Integer, String> typed,
      boolean sample,
      Model model) {
    var table = tables.get(batch.workspace(), batch.table());
    var fields = batch.fields(table);
    var both = sample ? Map.<Hand, Keyed>of() : judging.both(pass, batch, item);
    var differing = differing(batch, fields, both);
    var known = known(pass, batch, fields, item, sample);
    model.addAttribute(
        "bench",
        new Bench(
            pass,
            batch,
            fields,
            batches.progress(batch),
            item,
            sources.of(batch, item.source()),
            both,
            differing,
            typed == null ? entered(pass, fields, known) : typed,
            sample));
    return "judge";
  }

  /** With what a record begins: what holds, or what both have said. */
  private Map<Integer, String> known(
      Pass pass, Batch batch, List<Field> fields, Item item, boolean sample) {
    if (sample) {
      return judging.settled(pass, batch, item.id());
    }
    var both = judging.both(pass, batch, item);
    return agreed(both, differing(batch, fields, both));
  }

  private static Map<Integer, String> entered(
      Pass pass, List<Field> fields, Map<Integer, String> known) {
    var manner = Manner.of(pass.viewer().locale());
    var typed = new TreeMap<Integer, String>();
    for (var field : fields) {
      typed.put(field.number(), field.entered(known.getOrDefault(field.number(), ""), manner));
    }
    return typed;
  }

  private static Set<Integer> differing(Batch batch, List<Field> fields, Map<Hand, Keyed> both) {
    var a = both.get(Hand.A);
    var b = both.get(Hand.B);
    return a == null || b == null
        ? Set.of()
        : Comparison.differing(fields, a.cells(), b.cells(), batch.tolerance());
  }

  /** What both have said the same; the rest is for the judge to write. */
  private static Map<Integer, String> agreed(Map<Hand, Keyed> both, Set<Integer> differing) {
    var a = both.get(Hand.A);
    var agreed = new TreeMap<>(a == null ? Map.<Integer, String>of() : a.cells());
    agreed.keySet().removeAll(differing);
    return agreed;
  }

  @PostMapping("/judging/{record}/sight")
  String see(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BatchId batch,
      @PathVariable String record,
      RedirectAttributes onward) {
    var pass = tables.enter(viewer, workspace);
    var found = batches.get(workspace, batch);
    return told(judging.see(pass, found, Ids.require(record)), found.href() + "/judging", onward);
  }

  private static String told(Outcome<UUID> outcome, String href, RedirectAttributes onward) {
    if (outcome instanceof Outcome.Refused<UUID>(var why)) {
      Flash.refused(onward, why);
    }
    return "redirect:" + href;
  }

  @PostMapping("/judging/{record}")
  String settle(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BatchId batch,
      @PathVariable String record,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return decide(
        viewer, workspace, batch, Ids.require(record), sent, false, model, response, onward);
  }

  @GetMapping("/sample")
  String sample(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BatchId batch,
      Model model,
      RedirectAttributes onward) {
    var pass = tables.enter(viewer, workspace);
    var found = batches.get(workspace, batch);
    var item = judging.nextOfSample(pass, found);
    if (item.isEmpty()) {
      Flash.note(onward, "dataentry.sample.none");
      return "redirect:" + found.href();
    }
    return bench(pass, found, item.get(), null, true, model);
  }

  @PostMapping("/sample/{record}")
  String check(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BatchId batch,
      @PathVariable String record,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return decide(
        viewer, workspace, batch, Ids.require(record), sent, true, model, response, onward);
  }

  private String decide(
      Viewer viewer,
      WorkspaceId workspace,
      BatchId id,
      UUID record,
      Map<String, String> sent,
      boolean sample,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = tables.enter(viewer, workspace);
    var batch = batches.get(workspace, id);
    if (!batch.judges(viewer.id())) {
      throw new NotFound();
    }
    var table = tables.get(workspace, batch.table());
    var fields = batch.fields(table);
    var typed = KeyForm.typed(fields, sent);
    var manner = Manner.of(viewer.locale());
    var item = judging.item(pass, batch, record);
    var fresh = reading.read(table, List.of(typed), manner).getFirst();
    var known = known(pass, batch, fields, item, sample);
    var read = KeyForm.keep(fields, typed, fresh, known, manner);
    var problems = KeyForm.problems(fields, read);
    if (problems.any()) {
      return Pages.again(response, model, problems, bench(pass, batch, item, typed, sample, model));
    }
    return told(
        decided(pass, batch, table, record, KeyForm.cells(fields, read), sample),
        batch.href() + (sample ? "/sample" : "/judging"),
        onward);
  }

  private Outcome<UUID> decided(
      Pass pass,
      Batch batch,
      Table table,
      UUID record,
      Map<Integer, String> cells,
      boolean sample) {
    return sample
        ? judging.check(pass, batch, table, record, cells)
        : judging.settle(pass, batch, table, record, cells);
  }
}
