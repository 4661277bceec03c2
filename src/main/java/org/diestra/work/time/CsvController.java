package org.diestra.work.time;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Csv;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.Subjects.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /contracts/{id}/time.csv}: the lines of a period for a spreadsheet (RFC 4180). */
@Controller
class CsvController {
  private static final int PAGE = 500;
  private static final int LONGEST = 3; // years
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private final Desks desks;
  private final Exports exports;
  private final Subjects subjects;
  private final Pages pages;

  CsvController(Desks desks, Exports exports, Subjects subjects, Pages pages) {
    this.desks = desks;
    this.exports = exports;
    this.subjects = subjects;
    this.pages = pages;
  }

  /** A page at a time, so that a long period needs no more memory than a short one. */
  @GetMapping("/contracts/{id}/time.csv")
  void send(
      Viewer viewer,
      @PathVariable ContractId id,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      HttpServletResponse response)
      throws IOException {
    var desk = desks.enter(viewer, id);
    var zone = desk.zone();
    var first = day(from);
    var last = day(to);
    if (desk.tariff() == null || last.isBefore(first) || last.isAfter(first.plusYears(LONGEST))) {
      throw new NotFound();
    }
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"time-%s-%s.csv\"".formatted(first, last));
    var titles =
        subjects.of(id).stream()
            .collect(Collectors.toMap(Subject::id, Subject::title, (a, b) -> a));
    var formats = pages.formats(viewer.locale(), zone);
    var out = response.getWriter();
    out.write(Csv.MARK);
    out.write(Csv.row(heading(formats)));
    var after = first.atStartOfDay(zone).toInstant().minusSeconds(1);
    var until = last.plusDays(1).atStartOfDay(zone).toInstant();
    for (var page = exports.page(id, after, until, PAGE);
        !page.isEmpty();
        page = exports.page(id, after, until, PAGE)) {
      for (var entry : page) {
        out.write(Csv.row(columns(entry, zone, titles, formats)));
      }
      after = page.getLast().facts().span().from();
    }
  }

  private static LocalDate day(@Nullable String text) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeParseException wrong) {
      throw new NotFound();
    }
  }

  private static Object[] heading(Formats formats) {
    return new Object[] {
      formats.words("time.csv.day"),
      formats.words("time.csv.from"),
      formats.words("time.csv.to"),
      formats.words("time.csv.zone"),
      formats.words("time.csv.minutes"),
      formats.words("time.csv.task"),
      formats.words("time.csv.note"),
      formats.words("time.csv.source"),
      formats.words("time.csv.state"),
      formats.words("time.csv.over")
    };
  }

  private static Object[] columns(
      Entry entry, ZoneId zone, Map<UUID, String> titles, Formats formats) {
    var facts = entry.facts();
    var from = facts.span().from().atZone(zone);
    var task = facts.said().task();
    return new Object[] {
      from.toLocalDate().toString(),
      CLOCK.format(from),
      CLOCK.format(facts.span().to().atZone(zone)),
      zone.getId(),
      facts.minutes(),
      task == null ? "" : titles.getOrDefault(task, ""),
      facts.said().described() ? facts.said().note() : formats.words("time.note.none"),
      formats.words("time.source." + facts.source().name().toLowerCase(java.util.Locale.ROOT)),
      formats.words("time.state." + entry.state().name().toLowerCase(java.util.Locale.ROOT)),
      facts.over()
    };
  }
}
