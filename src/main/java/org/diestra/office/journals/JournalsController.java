package org.diestra.office.journals;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diestra.office.books.Account;
import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.journals.Matching.Choice;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/books/import}: a journal is brought, tried, and proposed or left. */
@Controller
@RequestMapping("/w/{workspace}/books/import")
class JournalsController {
  private static final int LONGEST = 200;
  private final Books books;
  private final BooksFrame frame;
  private final ChartOfAccounts chart;
  private final Drafts drafts;
  private final Imports imports;

  JournalsController(
      Books books, BooksFrame frame, ChartOfAccounts chart, Drafts drafts, Imports imports) {
    this.books = books;
    this.frame = frame;
    this.chart = chart;
    this.drafts = drafts;
    this.imports = imports;
  }

  /**
   * A journal before somebody.
   *
   * @param choices what was chosen for its accounts, by their place
   * @param ledgers the accounts that may be chosen
   */
  record View(Around around, Trial trial, Map<Integer, Choice> choices, List<Account> ledgers) {
    Choice choice(int place) {
      return choices.getOrDefault(place, Choice.NONE);
    }
  }

  @GetMapping
  String begin(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    return begin(books.enter(viewer, workspace), model);
  }

  private String begin(Desk desk, Model model) {
    model.addAttribute("around", frame.of(desk));
    model.addAttribute("waiting", drafts.waiting(desk).orElse(null));
    return "office/journals/index";
  }

  @PostMapping("/files")
  String bring(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var desk = books.enter(viewer, workspace);
    if (file == null || file.isEmpty()) {
      var why = Refusal.invalid("file", "journals.file.missing");
      return Pages.again(response, model, why, begin(desk, model));
    }
    if (file.getSize() > JournalReader.LARGEST) {
      var why = Refusal.invalid("file", "journals.file.large", JournalReader.LARGEST / 1_000_000);
      return Pages.again(response, model, why, begin(desk, model));
    }
    imports.keep(desk, Typed.line(file.getOriginalFilename()), file.getBytes());
    return "redirect:" + desk.href("import/trial");
  }

  @GetMapping("/trial")
  String trial(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var desk = books.enter(viewer, workspace);
    return trial(desk, imports.trial(desk, Map.of(), new Problems()), Map.of(), model);
  }

  private String trial(Desk desk, Trial trial, Map<Integer, Choice> choices, Model model) {
    var ledgers = chart.of(desk.book().workspace()).open();
    model.addAttribute("view", new View(frame.of(desk), trial, choices, ledgers));
    return "office/journals/trial";
  }

  /** Looks again with what was chosen ({@code do=look}), or proposes all of it. */
  @PostMapping("/proposals")
  String propose(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "do", defaultValue = "propose") String what,
      @RequestParam(defaultValue = "") String seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var choices = choices(sent);
    var problems = new Problems();
    var trial = imports.trial(desk, choices, problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, trial(desk, trial, choices, model));
    }
    if (what.equals("look")) {
      return trial(desk, trial, choices, model);
    }
    return imports
        .take(desk, seen, trial)
        .fold(
            count -> {
              Flash.ok(onward, "journals.proposed", count);
              return "redirect:" + desk.href("") + "?state=proposed";
            },
            why -> Pages.again(response, model, why, trial(desk, trial, choices, model)));
  }

  private static Map<Integer, Choice> choices(MultiValueMap<String, String> sent) {
    var choices = new HashMap<Integer, Choice>();
    for (int i = 0; i < JournalReader.MOST_ACCOUNTS; i++) {
      var choice = new Choice(typed(sent, "to-" + i), typed(sent, "kind-" + i));
      if (!choice.equals(Choice.NONE)) {
        choices.put(i, choice);
      }
    }
    return choices;
  }

  private static String typed(MultiValueMap<String, String> sent, String name) {
    var line = Typed.line(sent.getFirst(name));
    return line.substring(0, Math.min(line.length(), LONGEST));
  }

  @PostMapping("/leaving")
  String leave(Viewer viewer, @PathVariable WorkspaceId workspace, RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    drafts.drop(desk);
    Flash.note(onward, "journals.left");
    return "redirect:" + desk.href("import");
  }
}
