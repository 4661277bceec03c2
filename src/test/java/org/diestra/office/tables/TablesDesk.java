package org.diestra.office.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.diestra.OfficeDesk;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** A workspace's tables, and what people do with them in a browser without scripts. */
public abstract class TablesDesk extends OfficeDesk {
  @Autowired protected Tables tables;
  protected String page;

  @BeforeEach
  @Override
  protected void aWorkspace() {
    super.aWorkspace();
    page = "/w/" + room + "/data";
    works(assistant, Area.DATA_ENTRY);
  }

  /** Opens a table of those fields, "name:kind"; answers its address. */
  protected String opened(Viewer viewer, String name, String... fields) throws Exception {
    var sent = new ArrayList<>(List.of("name", name));
    for (int i = 0; i < fields.length; i++) {
      sent.addAll(List.of("fields-" + i, fields[i].split(":")[0]));
      sent.addAll(List.of("kinds-" + i, fields[i].split(":")[1]));
    }
    var answer = send(viewer, page + "/new", sent.toArray(String[]::new));
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
    return String.valueOf(answer.getRedirectedUrl());
  }

  /** A table of suppliers, without rows. */
  protected String suppliers() throws Exception {
    return opened(
        owner,
        "Suppliers",
        "Name:text",
        "Credit:money",
        "Since:date",
        "Mail:email",
        "Account:iban",
        "Rank:number");
  }

  /** What rows of a list are called, in order. */
  protected static List<String> order(String html) {
    return Pattern.compile("<th scope=\"row\"><a [^>]*>([^<]*)</a>")
        .matcher(html)
        .results()
        .map(m -> HtmlUtils.htmlUnescape(m.group(1)))
        .toList();
  }

  /** Adds a row; answers its address. */
  protected String row(Viewer viewer, String table, String... fields) throws Exception {
    var answer = send(viewer, table + "/rows/new", fields);
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
    return String.valueOf(answer.getRedirectedUrl());
  }

  /** What the form on a page was made from. */
  protected String seen(Viewer viewer, String path) throws Exception {
    var found = Pattern.compile("name=\"seen\" value=\"(\\d+)\"").matcher(text(viewer, path));
    assertThat(found.find()).as(path).isTrue();
    return found.group(1);
  }

  protected Table table(String href) {
    var id = TableId.of(href.substring(href.lastIndexOf('/') + 1));
    return Caller.person(owner.id().value()).call(() -> tables.get(room, id));
  }
}
