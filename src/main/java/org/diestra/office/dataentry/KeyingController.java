package org.diestra.office.dataentry;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.dataentry.Batch.Item;
import org.diestra.office.dataentry.Batch.Progress;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.Manner;
import org.diestra.office.tables.Reading;
import org.diestra.office.tables.Tables;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
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

/** {@code /w/{workspace}/data/batches/{batch}/keying}: record after record, by the keyboard. */
@Controller
@RequestMapping("/w/{workspace}/data/batches/{batch}/keying")
class KeyingController {
  private final Tables tables;
  private final Batches batches;
  private final Keying keying;
  private final Reading reading;
  private final Sources sources;
  private final Clock clock;

  KeyingController(
      Tables tables,
      Batches batches,
      Keying keying,
      Reading reading,
      Sources sources,
      Clock clock) {
    this.tables = tables;
    this.batches = batches;
    this.keying = keying;
    this.reading = reading;
    this.sources = sources;
    this.clock = clock;
  }

  /**
   * A record to be keyed in before somebody.
   *
   * @param begun when it was shown, in milliseconds since 1970
   * @param last what the same person typed for the record before
   */
  record Desk(
      Pass pass,
      Batch batch,
      List<Field> fields,
      Progress progress,
      Item item,
      Sources.@Nullable View source,
      Map<Integer, String> typed,
      Map<Integer, String> last,
      long begun) {
    String value(Field field) {
      return typed.getOrDefault(field.number(), "");
    }

    int left() {
      return batch.hand(pass.viewer().id()) == Batch.Hand.A ? progress.leftA() : progress.leftB();
    }
  }

  @GetMapping
  String next(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BatchId batch,
      Model model,
      RedirectAttributes onward) {
    var pass = tables.enter(viewer, workspace);
    var found = batches.get(workspace, batch);
    var item = keying.next(pass, found);
    if (item.isEmpty()) {
      Flash.note(onward, "dataentry.keying.none");
      return "redirect:" + found.href();
    }
    return desk(pass, found, item.get(), Map.of(), clock.millis(), model);
  }

  private String desk(
      Pass pass, Batch batch, Item item, Map<Integer, String> typed, long begun, Model model) {
    var table = tables.get(batch.workspace(), batch.table());
    model.addAttribute(
        "desk",
        new Desk(
            pass,
            batch,
            batch.fields(table),
            batches.progress(batch),
            item,
            sources.of(batch, item.source()),
            typed,
            keying.last(pass, batch),
            begun));
    return "key";
  }

  @PostMapping("/{record}")
  String key(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BatchId batch,
      @PathVariable String record,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = tables.enter(viewer, workspace);
    var found = batches.get(workspace, batch);
    Keying.hand(pass, found);
    var table = tables.get(workspace, found.table());
    var fields = found.fields(table);
    var typed = KeyForm.typed(fields, sent);
    var begun = sent.getOrDefault("begun", "");
    long since = begun.matches("[0-9]{1,15}") ? Long.parseLong(begun) : clock.millis();
    var read = reading.read(table, List.of(typed), Manner.of(viewer.locale())).getFirst();
    var problems = KeyForm.problems(fields, read);
    var id = Ids.require(record);
    if (problems.any()) {
      return again(pass, found, id, typed, since, problems, model, response);
    }
    var cells = KeyForm.cells(fields, read);
    switch (keying.key(pass, found, table, id, typed, cells, clock.millis() - since)) {
      case Outcome.Done<Item> done -> {}
      case Outcome.Refused<Item>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + found.href() + "/keying";
  }

  private String again(
      Pass pass,
      Batch batch,
      UUID record,
      Map<Integer, String> typed,
      long since,
      Problems problems,
      Model model,
      HttpServletResponse response) {
    var item = keying.item(pass, batch, record);
    return Pages.again(response, model, problems, desk(pass, batch, item, typed, since, model));
  }
}
