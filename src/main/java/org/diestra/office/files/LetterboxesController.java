package org.diestra.office.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.office.files.Places.Place;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code …/files/{folder}/letterboxes}: who may put something into a folder without an account. */
@Controller
@RequestMapping("/w/{workspace}/files")
class LetterboxesController {
  private final Places places;
  private final Letterboxes boxes;
  private final Accounts accounts;
  private final Pages pages;
  private final Clock clock;
  private final URI house;

  LetterboxesController(
      Places places,
      Letterboxes boxes,
      Accounts accounts,
      Pages pages,
      Clock clock,
      @Value("${diestra.base-url}") URI house) {
    this.places = places;
    this.boxes = boxes;
    this.accounts = accounts;
    this.pages = pages;
    this.clock = clock;
    this.house = house;
  }

  @GetMapping("/{entry}/letterboxes")
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("form", LetterboxForm.blank(today(request)));
    return page(places.find(viewer, workspace, entry), model);
  }

  private LocalDate today(HttpServletRequest request) {
    return LocalDate.ofInstant(clock.instant(), pages.zone(request));
  }

  private String page(Place place, Model model) {
    var all = boxes.of(place.pass(), place.entry().key());
    var addresses = new HashMap<UUID, String>();
    boxes
        .paths(place.pass(), all)
        .forEach((id, path) -> addresses.put(id, house.resolve(path).toString()));
    model.addAttribute("pass", place.pass());
    model.addAttribute("trail", place.trail());
    model.addAttribute("boxes", all);
    model.addAttribute("handed", boxes.handed(place.pass(), all));
    model.addAttribute("addresses", addresses);
    model.addAttribute("now", clock.instant());
    model.addAttribute(
        "names", accounts.names(all.stream().map(Letterbox::madeBy).collect(Collectors.toSet())));
    return "letterboxes";
  }

  @PostMapping("/{entry}/letterboxes")
  String make(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      LetterboxForm form,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes onward) {
    var place = places.find(viewer, workspace, entry);
    var problems = new Problems();
    var wanted = form.read(today(request), pages.zone(request), problems);
    if (problems.none()) {
      boxes.make(place.pass(), entry, wanted).fold(made -> problems, problems::add);
    }
    if (problems.any()) {
      model.addAttribute("form", form);
      return Pages.again(response, model, problems, page(place, model));
    }
    Flash.ok(onward, "files.box.made");
    return "redirect:" + Places.href(place.pass(), entry) + "/letterboxes";
  }

  @PostMapping("/letterboxes/{letterbox}/end")
  String end(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable String letterbox,
      RedirectAttributes onward) {
    var pass = places.enter(viewer, workspace);
    var entry = boxes.end(pass, Ids.require(letterbox));
    Flash.ok(onward, "files.box.ended");
    return "redirect:" + Places.href(pass, entry) + "/letterboxes";
  }
}
