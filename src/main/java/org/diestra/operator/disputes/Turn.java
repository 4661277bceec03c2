package org.diestra.operator.disputes;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the answer to a form is made with, for the two sides and for operators alike. */
record Turn(Model model, HttpServletResponse response, RedirectAttributes onward) {
  /**
   * A step that a form asked for: it was done, and where it leads comes; or the form comes again.
   *
   * @param done the message that says so
   * @param form the page with what was typed
   */
  String after(
      Outcome<Dispute> outcome,
      String done,
      String href,
      Problems problems,
      Supplier<String> form) {
    return switch (outcome) {
      case Outcome.Done<Dispute> it -> {
        Flash.ok(onward, done);
        yield "redirect:" + href;
      }
      case Outcome.Refused<Dispute>(var why) -> again(problems.add(why), form.get());
    };
  }

  String again(Problems problems, String page) {
    return Pages.again(response, model, problems, page);
  }
}
