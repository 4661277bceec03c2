package org.diestra.office.dataentry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diestra.office.dataentry.Batch.Progress;
import org.diestra.office.tables.Table;
import org.diestra.office.tables.TableId;
import org.diestra.office.tables.Tables;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Received;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.platform.previews.Previews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/data/batches}: records that are keyed in, and their sources. */
@Controller
@RequestMapping("/w/{workspace}/data/batches")
class BatchesController {
  private static final int MOST_FILES = 500;
  private static final long LARGEST = 50_000_000;
  private final Tables tables;
  private final Batches batches;
  private final Blobs blobs;
  private final BlobServing serving;
  private final Previews previews;
  private final Accounts accounts;

  BatchesController(
      Tables tables,
      Batches batches,
      Blobs blobs,
      BlobServing serving,
      Previews previews,
      Accounts accounts) {
    this.tables = tables;
    this.batches = batches;
    this.blobs = blobs;
    this.serving = serving;
    this.previews = previews;
    this.accounts = accounts;
  }

  /**
   * A batch before somebody.
   *
   * @param report null for whom it is not
   */
  record View(
      Pass pass,
      Batch batch,
      Table table,
      Progress progress,
      @Nullable Report report,
      Map<PersonId, String> names) {
    PersonId me() {
      return pass.viewer().id();
    }
  }

  @GetMapping
  String list(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    model.addAttribute("pass", tables.enter(viewer, workspace));
    model.addAttribute("all", batches.of(workspace));
    return "index";
  }

  @GetMapping("/new")
  String fresh(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    return form(tables.enter(viewer, workspace), new BatchForm(Map.of()), model);
  }

  private String form(Pass pass, BatchForm form, Model model) {
    var workspace = pass.workspace().id();
    model.addAttribute("pass", pass);
    model.addAttribute("form", form);
    model.addAttribute("all", tables.of(workspace));
    model.addAttribute("people", accounts.names(batches.people(workspace)));
    return "new";
  }

  @PostMapping("/new")
  String open(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam Map<String, String> sent,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var pass = tables.enter(viewer, workspace);
    var form = new BatchForm(sent);
    var problems = new Problems();
    var table =
        Ids.read(form.value("table", ""))
            .flatMap(id -> tables.find(workspace, new TableId(id)))
            .orElse(null);
    if (table == null) {
      problems.add("table", "dataentry.table.missing");
    }
    var fresh = form.read(batches.people(workspace), problems);
    if (fresh == null || table == null) {
      return Pages.again(response, model, problems, form(pass, form, model));
    }
    var sources = kept(viewer, files == null ? List.of() : files);
    var outcome =
        switch (sources) {
          case Outcome.Refused<List<Blob>>(var why) -> Outcome.<Batch>refused(why);
          case Outcome.Done<List<Blob>>(var brought) -> batches.open(pass, table, fresh, brought);
        };
    return outcome.fold(
        opened -> {
          Flash.ok(onward, "dataentry.opened", opened.name());
          return "redirect:" + opened.href();
        },
        why -> Pages.again(response, model, why, form(pass, form, model)));
  }

  private Outcome<List<Blob>> kept(Viewer viewer, List<MultipartFile> files) throws IOException {
    var kept = new ArrayList<Blob>();
    var some = files.stream().filter(f -> !f.isEmpty()).toList();
    if (some.size() > MOST_FILES) {
      return Outcome.refused(Refusal.invalid("files", "dataentry.files.most", MOST_FILES));
    }
    for (var file : some) {
      var name = file.getOriginalFilename();
      try (var in = file.getInputStream()) {
        switch (blobs.receiveAny(in, name == null ? "" : name, LARGEST)) {
          case Outcome.Refused<Received>(var why) -> {
            return Outcome.refused(new Refusal(why.kind(), why.key(), why.args(), "files"));
          }
          case Outcome.Done<Received>(var received) -> {
            try (received) {
              kept.add(blobs.keep(received, viewer.id().value()).orFail());
            }
          }
        }
      }
    }
    return Outcome.done(kept);
  }

  @GetMapping("/{batch}")
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BatchId batch,
      Model model) {
    var pass = tables.enter(viewer, workspace);
    var found = batches.get(workspace, batch);
    var table = tables.get(workspace, found.table());
    boolean told = pass.keeps() || found.judges(viewer.id());
    Set<PersonId> people = new HashSet<>(found.people());
    people.add(found.openedBy());
    model.addAttribute(
        "view",
        new View(
            pass,
            found,
            table,
            batches.progress(found),
            told ? batches.report(pass, found, table) : null,
            accounts.names(people)));
    return "show";
  }

  @PostMapping("/{batch}/acceptance")
  String accept(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BatchId batch,
      RedirectAttributes onward) {
    var pass = tables.enter(viewer, workspace);
    var found = batches.get(workspace, batch);
    switch (batches.accept(pass, found, tables.get(workspace, found.table()))) {
      case Outcome.Done<Batch> done -> Flash.ok(onward, "dataentry.accepted");
      case Outcome.Refused<Batch>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + found.href();
  }

  @GetMapping("/{batch}/sources/{source}")
  void source(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BatchId batch,
      @PathVariable String source,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    serving.show(file(viewer, workspace, batch, source), request, response);
  }

  private Blob file(Viewer viewer, WorkspaceId workspace, BatchId batch, String source) {
    tables.enter(viewer, workspace);
    UUID id = Ids.require(source);
    return blobs.get(batches.source(batches.get(workspace, batch), id));
  }

  @GetMapping("/{batch}/sources/{source}/pages/{page}")
  void page(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BatchId batch,
      @PathVariable String source,
      @PathVariable String page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var file = file(viewer, workspace, batch, source);
    int number = page.matches("[0-9]{1,2}") ? Integer.parseInt(page) : 0;
    var picture = previews.picture(file, number, Previews.Size.LARGE, "");
    serving.show(picture.orElseThrow(NotFound::new), request, response);
  }
}
