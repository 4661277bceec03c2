package org.diestra.work.tasks;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Flash;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.Overview.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /contracts/{contract}/tasks}: all of them, and moves of many at once. */
@Controller
@RequestMapping("/contracts/{contract}/tasks")
class TasksController {
  private final Overview overview;
  private final Tasks tasks;
  private final Doing doing;
  private final Reviews reviews;
  private final TaskPages pages;

  TasksController(Overview overview, Tasks tasks, Doing doing, Reviews reviews, TaskPages pages) {
    this.overview = overview;
    this.tasks = tasks;
    this.doing = doing;
    this.reviews = reviews;
    this.pages = pages;
  }

  /**
   * @param view {@code board}, {@code calendar}, or a list
   * @param show {@code open}, {@code done} or {@code all}, of a list
   * @param month of a calendar, or null for this one
   * @param after the number at which the page before ended, of a list
   */
  @GetMapping
  String index(
      Viewer viewer,
      @PathVariable ContractId contract,
      @RequestParam @Nullable String view,
      @RequestParam @Nullable String show,
      @RequestParam @Nullable String month,
      @RequestParam @Nullable Integer after,
      Model model) {
    return switch (view) {
      case "board" -> {
        model.addAttribute("board", overview.board(viewer, contract));
        yield "board";
      }
      case "calendar" -> {
        model.addAttribute("calendar", overview.calendar(viewer, contract, month(month)));
        yield "calendar";
      }
      case null, default -> {
        model.addAttribute("listed", overview.list(viewer, contract, Show.of(show), after));
        yield "index";
      }
    };
  }

  private static @Nullable YearMonth month(@Nullable String typed) {
    try {
      var month = typed == null ? null : YearMonth.parse(typed);
      return month == null || month.getYear() < 2000 || month.getYear() > 2200 ? null : month;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * The same move for each of these; those that can't be moved so are left as they are.
   *
   * @param task their ids, each with the version that was on the page: {@code id.version}
   */
  @PostMapping("/many")
  String many(
      Viewer viewer,
      @PathVariable ContractId contract,
      @RequestParam(defaultValue = "") Set<String> task,
      @RequestParam String what,
      RedirectAttributes onward) {
    if (overview.around(viewer, contract).side() == null) {
      throw new NotFound();
    }
    int moved = 0;
    int left = 0;
    for (var one : task.stream().limit(Tasks.PAGE).toList()) {
      if (moved(viewer, contract, one, what)) {
        moved++;
      } else {
        left++;
      }
    }
    if (moved == 0) {
      Flash.note(onward, task.isEmpty() ? "tasks.many.none" : "tasks.many.refused", left);
    } else {
      Flash.ok(onward, left == 0 ? "tasks.many.done" : "tasks.many.some", moved, left);
    }
    return "redirect:/contracts/" + contract + "/tasks";
  }

  private boolean moved(Viewer viewer, ContractId contract, String one, String what) {
    var parts = List.of(one.split("\\.", 2));
    if (parts.size() != 2 || !parts.get(1).matches("\\d{1,6}")) {
      return false;
    }
    var id = new TaskId(Ids.require(parts.getFirst()));
    pages.seen(viewer, contract, id);
    int seen = Integer.parseInt(parts.get(1));
    try {
      return verb(viewer, id, seen, what) instanceof Outcome.Done;
    } catch (NotFound notTheirs) {
      return false; // a list mixes what is theirs to move with what is the other side's
    }
  }

  private Outcome<TaskId> verb(Viewer viewer, TaskId id, int seen, String what) {
    return switch (what) {
      case "agreement" -> tasks.agree(viewer, id, seen);
      case "cancellation" -> tasks.cancel(viewer, id, seen, null);
      case "start" -> doing.start(viewer, id, seen);
      case "approval" -> reviews.approve(viewer, id, seen, null);
      default -> throw new NotFound();
    };
  }
}
