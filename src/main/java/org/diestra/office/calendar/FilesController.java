package org.diestra.office.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.diestra.platform.accounts.Languages;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Token;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Guests;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Calendars as files: taken away, brought in, and read by programs at a secret address. */
@Controller
@RequestMapping("/calendar")
class FilesController {
  private static final String TYPE = "text/calendar;charset=utf-8";
  private final Rooms rooms;
  private final Calendars calendars;
  private final Files files;
  private final Languages languages;
  private final Pages pages;
  private final URI house;

  FilesController(
      Rooms rooms,
      Calendars calendars,
      Files files,
      Languages languages,
      Pages pages,
      @Value("${diestra.base-url}") URI house) {
    this.rooms = rooms;
    this.calendars = calendars;
    this.files = files;
    this.languages = languages;
    this.pages = pages;
    this.house = house;
  }

  @GetMapping("/calendars/{id}/file")
  void download(Viewer viewer, @PathVariable CalendarId id, HttpServletResponse response)
      throws IOException {
    var calendar = calendars.get(id);
    if (!calendar.reach().reads()) {
      throw new NotFound();
    }
    var name = ContentDisposition.attachment().filename(calendar.name() + ".ics", UTF_8).build();
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, name.toString());
    response.setContentType(TYPE);
    spooled(out -> files.write(calendar, out), response);
  }

  @GetMapping("/calendars/{id}/import")
  String form(Viewer viewer, @PathVariable CalendarId id, Model model) {
    return form(viewer, calendars.takingEvents(id), model);
  }

  private String form(Viewer viewer, Calendar calendar, Model model) {
    model.addAttribute("pass", rooms.of(viewer, calendar));
    model.addAttribute("calendar", calendar);
    return "import";
  }

  @PostMapping("/calendars/{id}/import")
  String bring(
      Viewer viewer,
      @PathVariable CalendarId id,
      @RequestParam @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var calendar = calendars.takingEvents(id);
    var outcome =
        file == null || file.isEmpty()
            ? Outcome.<UUID>refused(Refusal.invalid("file", "calendar.file.missing"))
            : file.getSize() > Files.LARGEST
                ? Outcome.<UUID>refused(
                    Refusal.invalid("file", "icalendar.too-large", Files.LARGEST / 1000))
                : files.bring(viewer, id, file.getBytes());
    return switch (outcome) {
      case Outcome.Done<UUID>(var intake) ->
          "redirect:" + calendar.href() + "/import/" + Ids.text(intake);
      case Outcome.Refused<UUID>(var why) -> {
        var problems = new Problems().add(new Refusal(why.kind(), why.key(), why.args(), "file"));
        yield Pages.again(response, model, problems, form(viewer, calendar, model));
      }
    };
  }

  @GetMapping("/calendars/{id}/import/{intake}")
  String look(
      Viewer viewer, @PathVariable CalendarId id, @PathVariable String intake, Model model) {
    var calendar = calendars.takingEvents(id);
    model.addAttribute("pass", rooms.of(viewer, calendar));
    model.addAttribute("calendar", calendar);
    model.addAttribute("intake", intake);
    model.addAttribute("look", files.look(viewer, id, Ids.require(intake)));
    return "look";
  }

  @PostMapping("/calendars/{id}/import/{intake}")
  String take(
      Viewer viewer,
      @PathVariable CalendarId id,
      @PathVariable String intake,
      RedirectAttributes onward) {
    var calendar = calendars.takingEvents(id);
    switch (files.take(viewer, id, Ids.require(intake))) {
      case Outcome.Done<Files.Look>(var look) ->
          Flash.ok(onward, "calendar.file.taken-in", look.fresh().size(), look.changed().size());
      case Outcome.Refused<Files.Look>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + rooms.page(viewer, calendar);
  }

  /** A new secret address; it is shown now and never again. */
  @PostMapping("/calendars/{id}/feed")
  String feed(Viewer viewer, @PathVariable CalendarId id, Model model) {
    var token = calendars.feed(viewer, id);
    model.addAttribute("address", house.resolve("/calendar/feeds/" + token.text()).toString());
    return form(viewer, calendars.get(id), model).replace("import", "feed");
  }

  @PostMapping("/calendars/{id}/feed/end")
  String endFeed(Viewer viewer, @PathVariable CalendarId id, RedirectAttributes onward) {
    calendars.endFeed(viewer, id);
    Flash.ok(onward, "calendar.feed.ended");
    return "redirect:/calendar/calendars/" + id;
  }

  /** For programs that know the secret; nothing else is asked of them. */
  @Guests
  @GetMapping("/feeds/{secret}")
  void feed(
      @PathVariable String secret,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
      HttpServletResponse response)
      throws IOException {
    var token = Token.of(secret);
    var fed = calendars.fed(token);
    var etag = "\"" + fed.change() + "\"";
    response.setHeader(HttpHeaders.ETAG, etag);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    response.setHeader("X-Robots-Tag", "noindex");
    if (known != null && List.of(known.split("\\s*,\\s*")).contains(etag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(TYPE);
    var locale = languages.of(fed.by().value());
    var busy = pages.formats(locale, fed.zone()).words("calendar.busy");
    spooled(out -> files.write(token, busy, out), response);
  }

  /** By way of a file, so that a slow reader holds up no connection to the database. */
  private static void spooled(Consumer<Writer> text, HttpServletResponse response)
      throws IOException {
    var copy = java.nio.file.Files.createTempFile("calendar", ".ics");
    try {
      try (var out = java.nio.file.Files.newBufferedWriter(copy, UTF_8)) {
        text.accept(out);
      }
      java.nio.file.Files.copy(copy, response.getOutputStream());
    } finally {
      java.nio.file.Files.deleteIfExists(copy);
    }
  }
}
