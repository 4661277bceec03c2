package org.diestra.platform.sessions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.page.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /settings/security}: ways in, open sessions, and what happened lately. */
@Controller
@RequestMapping("/settings/security")
class SecurityController {
  private final List<WayIn> waysIn;
  private final Sessions sessions;
  private final Activity activity;

  SecurityController(List<WayIn> waysIn, Sessions sessions, Activity activity) {
    this.waysIn = waysIn.stream().sorted(Comparator.comparingInt(WayIn::order)).toList();
    this.sessions = sessions;
    this.activity = activity;
  }

  @GetMapping
  String overview(Viewer viewer, HttpServletRequest request, Model model) {
    model.addAttribute("ways", waysIn.stream().map(way -> way.of(viewer.id())).toList());
    model.addAttribute("sessions", sessions.of(request, viewer.id()));
    model.addAttribute("events", activity.of(viewer.id()));
    return "security";
  }

  @PostMapping("/sessions/{handle}/end")
  String end(Viewer viewer, @PathVariable String handle, RedirectAttributes onward) {
    sessions.end(viewer.id(), handle);
    Flash.ok(onward, "sessions.ended");
    return "redirect:/settings/security";
  }

  @PostMapping("/sessions/others/end")
  String endOthers(Viewer viewer, HttpServletRequest request, RedirectAttributes onward) {
    int ended = sessions.endOthers(request, viewer.id());
    Flash.ok(onward, "sessions.ended.others", ended);
    return "redirect:/settings/security";
  }
}
