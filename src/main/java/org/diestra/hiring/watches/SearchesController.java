package org.diestra.hiring.watches;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
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

/** {@code /searches}: the searches that somebody keeps. */
@Controller
@RequestMapping("/searches")
class SearchesController {
  private static final String HERE = "/searches";
  private final Watches watches;
  private final Pages pages;

  SearchesController(Watches watches, Pages pages) {
    this.watches = watches;
    this.pages = pages;
  }

  @GetMapping
  String searches(Viewer viewer, Model model) {
    return index(viewer, model);
  }

  @PostMapping
  String keep(
      @RequestParam String kind,
      @RequestParam(defaultValue = "") String query,
      Viewer viewer,
      RedirectAttributes onward) {
    var page = watches.page(kind).orElseThrow(NotFound::new);
    switch (watches.keep(viewer, page, query)) {
      case Outcome.Done<WatchId> done -> Flash.ok(onward, "watches.kept");
      case Outcome.Refused<WatchId>(var why) -> Flash.refused(onward, why);
    }
    var tidied = query.length() > 2000 ? "" : page.tidied(query, viewer.zone());
    return "redirect:" + page.path() + (tidied.isEmpty() ? "" : "?" + tidied);
  }

  @PostMapping("/{id}")
  String rename(
      @PathVariable String id,
      @RequestParam @Nullable String name,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    watches.require(viewer.id(), WatchId.of(id));
    var problems = new Problems();
    var called = new Typed(problems).line("name-" + id, name, Watch.NAME, "watches.name.needed");
    if (problems.any()) {
      model.addAttribute("typed", name == null ? "" : name);
      return Pages.again(response, model, problems, index(viewer, model));
    }
    watches.rename(viewer.id(), WatchId.of(id), called);
    Flash.ok(onward, "watches.renamed");
    return "redirect:" + HERE;
  }

  @PostMapping("/{id}/removal")
  String remove(@PathVariable String id, Viewer viewer, RedirectAttributes onward) {
    watches.remove(viewer.id(), WatchId.of(id));
    Flash.undoable(onward, HERE + "/" + id + "/return", "watches.removed");
    return "redirect:" + HERE;
  }

  @PostMapping("/{id}/return")
  String restore(@PathVariable String id, Viewer viewer, RedirectAttributes onward) {
    switch (watches.restore(viewer.id(), WatchId.of(id))) {
      case Outcome.Done<WatchId> done -> Flash.ok(onward, "watches.restored");
      case Outcome.Refused<WatchId>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + HERE;
  }

  private String index(Viewer viewer, Model model) {
    var words = pages.formats(viewer.locale(), viewer.zone());
    List<SearchRow> rows =
        watches.of(viewer.id()).stream()
            .flatMap(watch ->
                watches.page(watch.kind()).stream()
                    .map(page -> SearchRow.of(watch, page, viewer.zone(), words)))
            .toList();
    model.addAttribute("rows", rows);
    return "index";
  }
}
