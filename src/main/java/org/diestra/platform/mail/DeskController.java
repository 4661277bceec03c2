package org.diestra.platform.mail;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.mail.Queued.State;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Operators;
import org.diestra.platform.page.SecurityHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/mail}: what the house has sent, kept, or could not send. */
@Controller
@Operators
@RequestMapping("/operator/mail")
class DeskController {
  private static final int A_PAGE = 50;
  private final Desk desk;

  DeskController(Desk desk) {
    this.desk = desk;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(required = false) @Nullable String before,
      Model model) {
    var wanted = state(state);
    var found = desk.page(wanted, before == null ? null : Ids.require(before), A_PAGE + 1);
    var shown = found.subList(0, Math.min(A_PAGE, found.size()));
    var here = "/operator/mail?state=" + state;
    model.addAttribute("letters", shown);
    model.addAttribute("state", wanted);
    model.addAttribute("open", desk.isOpen());
    model.addAttribute(
        "next", found.size() > A_PAGE ? here + "&before=" + Ids.text(shown.getLast().id()) : null);
    return "index";
  }

  @GetMapping("/{id}")
  String show(
      @PathVariable String id, @RequestParam(defaultValue = "html") String part, Model model) {
    model.addAttribute("letter", desk.read(Ids.require(id)));
    model.addAttribute("html", !part.equals("text"));
    return "show";
  }

  /** The letter alone, for the frame of its page: nothing in it runs, and nothing is loaded. */
  @GetMapping(path = "/{id}/html", produces = MediaType.TEXT_HTML_VALUE)
  @ResponseBody
  String html(@PathVariable String id, HttpServletResponse response) {
    var letter = desk.read(Ids.require(id));
    if (!letter.readable()) {
      throw new NotFound();
    }
    SecurityHeaders.forFile(response);
    return letter.html();
  }

  @PostMapping("/{id}/sending")
  String sendAgain(@PathVariable String id, RedirectAttributes onward) {
    UUID letter = Ids.require(id);
    desk.sendAgain(letter)
        .fold(
            done -> {
              Flash.ok(onward, "mail.again.done");
              return done;
            },
            why -> {
              Flash.refused(onward, why);
              return letter;
            });
    return "redirect:/operator/mail/" + id;
  }

  private static @Nullable State state(String name) {
    return Arrays.stream(State.values())
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
