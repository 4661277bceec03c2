package org.diestra.platform.programs;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.platform.sessions.Proven;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /settings/programs}: passwords for one's own programs. */
@Controller
@RequestMapping(ProgramsController.PAGE)
class ProgramsController {
  static final String PAGE = "/settings/programs";
  private final Programs programs;
  private final String address;

  ProgramsController(Programs programs, @Value("${diestra.base-url}") String address) {
    this.programs = programs;
    this.address = address + "/dav/";
  }

  @GetMapping
  String list(Viewer viewer, Model model) {
    return page(viewer, model);
  }

  @Proven(page = PAGE + "/new")
  @GetMapping("/new")
  String form(Model model) {
    model.addAttribute("form", ProgramForm.fresh());
    return "new";
  }

  /** The answer holds the password, which nobody will see again. */
  @Proven(page = PAGE + "/new")
  @PostMapping
  String make(
      Viewer viewer,
      @ModelAttribute("form") ProgramForm form,
      Model model,
      HttpServletResponse response) {
    var problems = new Problems();
    var name = form.named(problems);
    var parts = form.opened(problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, "new");
    }
    return programs
        .make(viewer.id(), name, parts)
        .fold(
            made -> {
              response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
              model.addAttribute("name", name);
              model.addAttribute("password", made.password().text());
              model.addAttribute("user", viewer.email());
              model.addAttribute("address", address);
              return "made";
            },
            why -> Pages.again(response, model, why, "new"));
  }

  @PostMapping("/{id}/end")
  String end(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    programs.end(viewer.id(), ProgramId.of(id));
    Flash.ok(onward, "programs.ended");
    return "redirect:" + PAGE;
  }

  private String page(Viewer viewer, Model model) {
    model.addAttribute("programs", programs.of(viewer.id()));
    model.addAttribute("address", address);
    model.addAttribute("user", viewer.email());
    return "index";
  }
}
