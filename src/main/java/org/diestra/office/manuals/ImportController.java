package org.diestra.office.manuals;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.procedures.Instructions;
import org.diestra.office.procedures.MarkdownText;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.platform.writing.WordDocument;
import org.diestra.platform.writing.WordDocument.Picture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code …/manuals/import}: a procedure out of a Word document or a Markdown file. */
@Controller
@RequestMapping("/w/{workspace}/manuals/import")
class ImportController {
  private static final int LARGEST_TEXT = 1_000_000; // bytes
  private final Places places;
  private final Drafting drafting;
  private final Blobs blobs;
  private final Pages pages;

  ImportController(Places places, Drafting drafting, Blobs blobs, Pages pages) {
    this.places = places;
    this.drafting = drafting;
    this.blobs = blobs;
    this.pages = pages;
  }

  @GetMapping
  String form(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String area,
      Model model) {
    var pass = places.writer(viewer, workspace);
    return page(pass, NewForm.of(pass, area), model);
  }

  @PostMapping
  String read(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") NewForm form,
      @RequestParam @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var pass = places.writer(viewer, workspace);
    var problems = new Problems();
    var area = form.area(pass, problems);
    if (file == null || file.isEmpty()) {
      problems.add("file", "manuals.file.missing");
    }
    if (area == null || file == null || problems.any()) {
      return Pages.again(response, model, problems, page(pass, form, model));
    }
    return switch (instructions(viewer, form, file)) {
      case Outcome.Done<Instructions>(var text) -> {
        var id = drafting.begin(pass, area, form.lingua(), text);
        Flash.ok(onward, "manuals.imported", text.steps().size());
        yield "redirect:" + pass.href("manuals/" + id + "/draft");
      }
      case Outcome.Refused<Instructions>(var why) ->
          Pages.again(
              response,
              model,
              new Problems().add(new Refusal(why.kind(), why.key(), why.args(), "file")),
              page(pass, form, model));
    };
  }

  private Outcome<Instructions> instructions(Viewer viewer, NewForm form, MultipartFile file)
      throws IOException {
    var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    var title = name.replaceFirst("\\.[^.]*$", "").strip();
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(md|markdown|txt)")
        ? text(file)
            .fold(markdown -> Outcome.done(split(viewer, form, title, markdown)), Outcome::refused)
        : word(viewer, file)
            .fold(
                read ->
                    Outcome.done(split(viewer, form, read.title().orElse(title), read.markdown())),
                Outcome::refused);
  }

  private Instructions split(Viewer viewer, NewForm form, String title, String markdown) {
    var words = pages.formats(Locale.of(form.lingua()), viewer.zone());
    var only = words.words("manuals.import.only-step");
    var named = title.isBlank() ? words.words("manuals.import.untitled") : title;
    return MarkdownText.read(markdown, named, only);
  }

  private static Outcome<String> text(MultipartFile file) throws IOException {
    if (file.getSize() > LARGEST_TEXT) {
      return Outcome.refused(Refusal.invalid("file", "manuals.import.too-large"));
    }
    try {
      var decoded = UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes())).toString();
      return Outcome.done(Typed.text(decoded.replace("\uFEFF", "")));
    } catch (CharacterCodingException otherLetters) {
      return Outcome.refused(Refusal.invalid("file", "manuals.import.not-utf8"));
    }
  }

  private Outcome<WordDocument.Read> word(Viewer viewer, MultipartFile file) throws IOException {
    var copy = Files.createTempFile("manual", ".docx");
    try {
      file.transferTo(copy);
      return WordDocument.read(copy, picture -> kept(viewer, picture));
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** What the house does not take as a picture is left out. */
  private Optional<UUID> kept(Viewer viewer, Picture picture) throws IOException {
    return blobs
        .store(picture.content(), Purpose.ATTACHMENT, picture.name(), viewer.id().value())
        .fold(blob -> Optional.of(blob.id().value()), why -> Optional.empty());
  }

  private static String page(Pass pass, NewForm form, Model model) {
    model.addAttribute("pass", pass);
    model.addAttribute("form", form);
    return "import";
  }
}
