package org.diestra.office.files;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.page.Operators;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/room}: how much room the files of each workspace take, and may take. */
@Operators
@Controller
@RequestMapping("/operator/room")
class RoomsDesk {
  private static final int MOST_GIGABYTES = 1_000_000;
  private static final long GIGABYTE = 1_000_000_000;
  private final Rooms rooms;

  RoomsDesk(Rooms rooms) {
    this.rooms = rooms;
  }

  @Bean
  static OperatorEntry roomEntry() {
    return new OperatorEntry("/operator/room", "files.desk.nav", "hard-drive", 76);
  }

  @GetMapping
  String list(@RequestParam(defaultValue = "") String after, Model model) {
    return page(after, model);
  }

  private String page(String after, Model model) {
    @Nullable UUID behind = after.isEmpty() ? null : Ids.require(after);
    var found = rooms.clients(behind);
    var shown = found.subList(0, Math.min(Rooms.PAGE, found.size()));
    model.addAttribute("whole", rooms.whole());
    model.addAttribute("clients", shown);
    model.addAttribute("first", behind == null);
    if (found.size() > shown.size()) {
      model.addAttribute("next", "/operator/room?after=" + Ids.text(shown.getLast().workspace()));
    }
    return "rooms";
  }

  @PostMapping("/{workspace}")
  String bound(
      Viewer viewer,
      @PathVariable String workspace,
      @RequestParam(required = false) @Nullable String gigabytes,
      HttpServletResponse response,
      Model model,
      RedirectAttributes onward) {
    var id = rooms.require(Ids.require(workspace));
    var problems = new Problems();
    var typed =
        new Typed(problems)
            .number("gigabytes", gigabytes, 1, MOST_GIGABYTES, "files.desk.quota.wrong");
    if (typed == null) {
      problems.add("gigabytes", "files.desk.quota.wrong", 1, MOST_GIGABYTES);
      return Pages.again(response, model, problems, page("", model));
    }
    rooms.bound(viewer, id, typed * GIGABYTE);
    Flash.ok(onward, "files.desk.bound");
    return "redirect:/operator/room";
  }
}
