package org.diestra.office.reports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /w/{workspace}/books/reports/journal.…}: the books, to be taken elsewhere. */
@Controller
@RequestMapping("/w/{workspace}/books/reports")
class ExportController {
  private final Books books;
  private final BooksFrame frame;
  private final Exports exports;

  ExportController(Books books, BooksFrame frame, Exports exports) {
    this.books = books;
    this.frame = frame;
    this.exports = exports;
  }

  @GetMapping("/export")
  String choose(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    model.addAttribute("around", frame.of(books.enter(viewer, workspace)));
    return "export";
  }

  @GetMapping("/journal.{kind:csv|journal|beancount}")
  void journal(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable String kind,
      HttpServletResponse response)
      throws IOException {
    var desk = books.enter(viewer, workspace);
    response.setContentType(kind.equals("csv") ? "text/csv" : "text/plain");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Content-Disposition", "attachment; filename=\"books." + kind + "\"");
    // first whole, then sent: a slow reader holds no connection to the database
    var file = Files.createTempFile("books", "." + kind);
    try {
      try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
        exports.write(desk, kind, JournalWriter.of(kind, out));
        if (out.checkError()) {
          throw new IOException("the export could not be written to " + file);
        }
      }
      response.setContentLengthLong(Files.size(file));
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.delete(file);
    }
  }
}
