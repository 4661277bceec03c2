package org.diestra.office.manuals;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.diestra.office.manuals.Places.Place;
import org.diestra.office.procedures.MarkdownText;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/manuals/{id}}: what holds, on the screen, on paper and to take away. */
@Controller
@RequestMapping("/w/{workspace}/manuals")
class ProcedureController {
  private final Places places;
  private final Manuals manuals;
  private final Drafting drafting;
  private final Translating translating;
  private final ManualPrinter printer;
  private final Pages pages;

  ProcedureController(
      Places places,
      Manuals manuals,
      Drafting drafting,
      Translating translating,
      ManualPrinter printer,
      Pages pages) {
    this.places = places;
    this.manuals = manuals;
    this.drafting = drafting;
    this.translating = translating;
    this.printer = printer;
    this.pages = pages;
  }

  /** What was never published is shown as it is being written. */
  @GetMapping("/{id}")
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      Model model) {
    var place = places.read(viewer, workspace, id);
    var version = manuals.current(place.procedure());
    if (version.isEmpty()) {
      return "redirect:" + place.href("draft");
    }
    model.addAttribute("place", place);
    model.addAttribute("version", version.get());
    model.addAttribute("translation", translating.of(place.procedure()).orElse(null));
    model.addAttribute("sheet", places.sheet(place, version.get().written().instructions()));
    return "show";
  }

  @GetMapping("/{id}.pdf")
  ResponseEntity<byte[]> pdf(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable ProcedureId id) {
    var place = places.read(viewer, workspace, id);
    var version = current(place);
    return file(place, version, "pdf", MediaType.APPLICATION_PDF)
        .body(printer.print(place, version));
  }

  @GetMapping("/{id}.md")
  ResponseEntity<byte[]> markdown(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable ProcedureId id) {
    var place = places.read(viewer, workspace, id);
    var version = current(place);
    var words =
        pages.formats(Locale.of(place.procedure().language()), place.pass().workspace().zone());
    var text = MarkdownText.write(version.written().instructions(), words);
    return file(place, version, "md", new MediaType("text", "markdown", UTF_8))
        .body(text.getBytes(UTF_8));
  }

  private Version current(Place place) {
    return manuals.current(place.procedure()).orElseThrow(NotFound::new);
  }

  private static ResponseEntity.BodyBuilder file(
      Place place, Version version, String extension, MediaType type) {
    var name = place.procedure().title() + " " + version.version() + "." + extension;
    var disposition = ContentDisposition.attachment().filename(name, UTF_8).build();
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
  }

  @PostMapping("/{id}/archive")
  String archive(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      RedirectAttributes onward) {
    var place = places.write(viewer, workspace, id);
    return told(place, drafting.archive(place.pass(), id), "manuals.archived", onward);
  }

  @PostMapping("/{id}/return")
  String bringBack(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      RedirectAttributes onward) {
    var place = places.write(viewer, workspace, id);
    return told(place, drafting.bringBack(place.pass(), id), "manuals.brought-back", onward);
  }

  private static String told(
      Place place, Outcome<Procedure> outcome, String done, RedirectAttributes onward) {
    switch (outcome) {
      case Outcome.Done<Procedure>(var procedure) -> {
        if (done.equals("manuals.archived")) {
          Flash.undoable(onward, procedure.href() + "/return", done, procedure.title());
        } else {
          Flash.ok(onward, done, procedure.title());
        }
      }
      case Outcome.Refused<Procedure>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + place.pass().href("manuals");
  }
}
