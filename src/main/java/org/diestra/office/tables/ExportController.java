package org.diestra.office.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.diestra.office.fields.Manner;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** {@code /w/{workspace}/data/{table}/export.…}: what a list shows, to be taken elsewhere. */
@Controller
@RequestMapping("/w/{workspace}/data/{table}")
class ExportController {
  private static final int AT_ONCE = 2; // each holds a connection for as long as it is written
  private static final int SHEET = 1_048_576; // rows of a sheet (ECMA-376), its heading among them
  private final Semaphore doors = new Semaphore(AT_ONCE);
  private final Tables tables;
  private final Rows rows;
  private final Reading reading;
  private final Exports exports;
  private final JsonMapper json;

  ExportController(Tables tables, Rows rows, Reading reading, Exports exports, JsonMapper json) {
    this.tables = tables;
    this.rows = rows;
    this.reading = reading;
    this.exports = exports;
    this.json = json;
  }

  /**
   * First whole, then sent: a slow reader holds no connection to the database. No more are written
   * at once than leave connections to the others, and none that would leave rows out.
   *
   * @return where it is told why there is no file; null once it is sent
   */
  @GetMapping("/export.{kind:csv|json|xlsx}")
  @Nullable String export(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable String kind,
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var pass = tables.enter(viewer, workspace);
    var found = tables.get(workspace, table);
    var problems = new Problems();
    var form = ListForm.of(sent);
    var asked = form.read(found, reading, Manner.of(viewer.locale()), problems);
    if (problems.any()) {
      throw new NotFound(); // what can't be asked is in no file
    }
    var list = "redirect:" + ListForm.href(found.href(), form.params(form.by(), form.down()));
    if (rows.withWords(found, asked) > ListStore.MOST_FOUND) {
      return list; // which tells it
    }
    boolean large = kind.equals("xlsx") && found.size() >= SHEET;
    if (large && (!asked.narrowed() || rows.count(found, asked, SHEET) >= SHEET)) {
      Flash.refused(onward, Refusal.limit("tables.export.large", SHEET - 1));
      return list;
    }
    if (!doors.tryAcquire()) {
      Flash.refused(onward, Refusal.limit("tables.export.busy"));
      return list;
    }
    Path file;
    try {
      file = written(pass, found, asked, kind);
    } finally {
      doors.release();
    }
    try {
      response.setContentType(
          switch (kind) {
            case "csv" -> "text/csv;charset=utf-8";
            case "json" -> "application/json";
            default -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
          });
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment()
              .filename(found.name() + "." + kind, UTF_8)
              .build()
              .toString());
      response.setContentLengthLong(Files.size(file));
      Files.copy(file, response.getOutputStream());
      return null;
    } finally {
      Files.delete(file);
    }
  }

  private Path written(Pass pass, Table table, Asked asked, String kind) throws IOException {
    var file = Files.createTempFile("table", "." + kind);
    boolean whole = false;
    try {
      write(pass, table, asked, kind, file);
      whole = true;
      return file;
    } finally {
      if (!whole) {
        Files.delete(file);
      }
    }
  }

  private void write(Pass pass, Table table, Asked asked, String kind, Path file)
      throws IOException {
    if (kind.equals("xlsx")) {
      try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
        exports.write(pass, table, asked, kind, RowWriter.xlsx(out));
      }
      return;
    }
    try (var out = Files.newBufferedWriter(file, UTF_8)) {
      var writer = kind.equals("csv") ? RowWriter.csv(out) : RowWriter.json(out, json);
      exports.write(pass, table, asked, kind, writer);
    }
  }
}
