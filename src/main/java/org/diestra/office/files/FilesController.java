package org.diestra.office.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Received;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/files}: a workspace's own folder, and what is new in any folder. */
@Controller
@RequestMapping("/w/{workspace}/files")
class FilesController {
  static final int SHOWN = 500;
  private static final int LONGEST_QUERY = 100;
  private final Places places;
  private final Files files;
  private final Blobs blobs;
  private final Accounts accounts;
  private final String address;

  FilesController(
      Places places,
      Files files,
      Blobs blobs,
      Accounts accounts,
      @Value("${diestra.base-url}") String address) {
    this.places = places;
    this.files = files;
    this.blobs = blobs;
    this.accounts = accounts;
    this.address = address;
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "") String q,
      Model model) {
    var pass = places.enter(viewer, workspace);
    var line = Typed.line(q);
    var query = line.substring(0, Math.min(line.length(), LONGEST_QUERY));
    var found = query.isEmpty() ? files.in(pass, null) : places.called(pass, query);
    return page(pass, List.of(), found, Order.read(sort), query, model);
  }

  /** The page of any folder. */
  String page(
      Pass pass, List<Entry> trail, List<Entry> found, Order order, String query, Model model) {
    var sorted = order.sorted(found);
    var shown = sorted.subList(0, Math.min(SHOWN, sorted.size()));
    var names = accounts.names(shown.stream().map(Entry::modifiedBy).collect(Collectors.toSet()));
    boolean more = sorted.size() > SHOWN;
    model.addAttribute(
        "listing", new Listing(pass, trail, shown, names, files.space(pass), order, query, more));
    model.addAttribute("address", address + "/dav/files/" + pass.workspace().id() + "/");
    return "index";
  }

  @PostMapping("/folders")
  String makeFolder(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "") String parent,
      @RequestParam(defaultValue = "") String name,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = places.enter(viewer, workspace);
    var folder = Places.folder(parent);
    return files
        .makeFolder(pass, folder, name.strip())
        .fold(
            made -> {
              Flash.ok(onward, "files.folder.made", made.name());
              return "redirect:" + Places.href(pass, made.key());
            },
            why -> {
              model.addAttribute("name", name);
              return Pages.again(response, model, why, again(pass, folder, model));
            });
  }

  private String again(Pass pass, @Nullable EntryId folder, Model model) {
    List<Entry> trail = folder == null ? List.of() : files.trail(pass, folder);
    return page(pass, trail, files.in(pass, folder), Order.NAME, "", model);
  }

  /** Each by itself: what is refused stops none of the others. */
  @PostMapping("/upload")
  String upload(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "") String parent,
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> brought,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var pass = places.enter(viewer, workspace);
    var folder = Places.folder(parent);
    Refusal refused = null;
    int kept = 0;
    for (var file : brought == null ? List.<MultipartFile>of() : brought) {
      if (named(file).isEmpty()) {
        continue; // a field that was left empty
      }
      var outcome = take(pass, folder, file);
      if (outcome instanceof Outcome.Refused<Entry>(var why)) {
        refused = why;
      } else {
        kept++;
      }
    }
    if (refused == null && kept == 0) {
      refused = Refusal.invalid("file", "files.upload.none");
    }
    if (refused != null) {
      return Pages.again(response, model, refused, again(pass, folder, model));
    }
    Flash.ok(onward, "files.uploaded", kept);
    return "redirect:" + Places.href(pass, folder);
  }

  private Outcome<Entry> take(Pass pass, @Nullable EntryId folder, MultipartFile file)
      throws IOException {
    try (var in = file.getInputStream()) {
      return switch (blobs.receiveAny(in, named(file), files.space(pass).left())) {
        case Outcome.Refused<Received>(var why) -> Outcome.refused(why);
        case Outcome.Done<Received>(var received) -> {
          try (received) {
            yield files.put(pass, folder, named(file), received);
          }
        }
      };
    }
  }

  /** Some browsers send the folders before it. */
  private static String named(MultipartFile file) {
    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
