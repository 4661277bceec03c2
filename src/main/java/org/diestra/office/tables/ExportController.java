package org.diestra.office.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diestra.office.fields.Manner;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** {@code /w/{workspace}/data/{table}/export.…}: what a list shows, to be taken elsewhere. */
@Controller
@RequestMapping("/w/{workspace}/data/{table}")
class ExportController {
  private final Tables tables;
  private final Reading reading;
  private final Exports exports;
  private final JsonMapper json;

  ExportController(Tables tables, Reading reading, Exports exports, JsonMapper json) {
    this.tables = tables;
    this.reading = reading;
    this.exports = exports;
    this.json = json;
  }

  /** First whole, then sent: a slow reader holds no connection to the database. */
  @GetMapping("/export.{kind:csv|json|xlsx}")
  void export(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable String kind,
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletResponse response)
      throws IOException {
    var pass = tables.enter(viewer, workspace);
    var found = tables.get(workspace, table);
    var problems = new Problems();
    var asked = ListForm.of(sent).read(found, reading, Manner.of(viewer.locale()), problems);
    if (problems.any()) {
      throw new NotFound(); // what can't be asked is in no file
    }
    var file = Files.createTempFile("table", "." + kind);
    try {
      write(pass, found, asked, kind, file);
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
    } finally {
      Files.delete(file);
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
