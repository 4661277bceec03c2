package org.diestra.office.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private static final int LONGEST_QUERY = 100;
  private final Places places;
  private final Files files;
  private final Blobs blobs;
  private final TextSearch texts;
  private final Uploads uploads;
  private final Accounts accounts;
  private final String address;

  FilesController(
      Places places,
      Files files,
      Blobs blobs,
      TextSearch texts,
      Uploads uploads,
      Accounts accounts,
      @Value("${diestra.base-url}") String address) {
    this.places = places;
    this.files = files;
    this.blobs = blobs;
    this.texts = texts;
    this.uploads = uploads;
    this.accounts = accounts;
    this.address = address;
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    var pass = places.enter(viewer, workspace);
    var line = Typed.line(q);
    var query = line.substring(0, Math.min(line.length(), LONGEST_QUERY));
    var order = Order.read(sort);
    var behind = Places.folder(after);
    var found =
        query.isEmpty()
            ? places.in(pass, null, order, behind)
            : places.called(pass, query, order, behind);
    return page(pass, List.of(), found, order, query, model);
  }

  /** The page of any folder. */
  String page(
      Pass pass, List<Entry> trail, List<Entry> found, Order order, String query, Model model) {
    var shown = found.subList(0, Math.min(Listing.SHOWN, found.size()));
    var names = accounts.names(shown.stream().map(Entry::modifiedBy).collect(Collectors.toSet()));
    var hits = query.isEmpty() ? List.<TextHit>of() : texts.in(pass, query);
    var told = Stream.concat(shown.stream(), hits.stream().map(TextHit::entry)).toList();
    var within = query.isEmpty() ? Map.<UUID, String>of() : places.folders(pass, told);
    boolean more = found.size() > shown.size();
    model.addAttribute(
        "listing",
        new Listing(pass, trail, shown, names, files.space(pass), order, query, within, more));
    model.addAttribute("hits", hits);
    model.addAttribute("coming", uploads.of(Bringer.of(pass)));
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
    return page(pass, trail, places.in(pass, folder, Order.NAME, null), Order.NAME, "", model);
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
    var there = Objects.requireNonNullElse(brought, List.<MultipartFile>of());
    var sent = there.stream().filter(file -> !named(file).isEmpty()).toList(); // else left empty
    var kept = new ArrayList<String>();
    var refused = new LinkedHashMap<String, Refusal>();
    for (var file : sent) {
      var outcome = take(new Places.Arrival(pass, files.space(pass)), folder, file);
      outcome.fold(entry -> kept.add(entry.name()), why -> refused.put(named(file), why) == null);
    }
    if (sent.isEmpty()) {
      refused.put("", Refusal.invalid("file", "files.upload.none"));
    }
    if (!refused.isEmpty()) {
      model.addAttribute("refused", refused);
      model.addAttribute("kept", kept.size());
      response.setStatus(refused.values().iterator().next().kind().status());
      return again(pass, folder, model);
    }
    Flash.ok(onward, "files.uploaded", kept.size());
    return "redirect:" + Places.href(pass, folder);
  }

  private Outcome<Entry> take(Places.Arrival arrival, @Nullable EntryId folder, MultipartFile file)
      throws IOException {
    var name = named(file);
    try (var in = file.getInputStream();
        var berth = places.berth(arrival, file.getSize())) {
      return switch (blobs.receiveAny(berth.around(in), name, arrival.space().quota())) {
        case Outcome.Refused<Received>(var why) -> Outcome.refused(why);
        case Outcome.Done<Received>(var received) -> {
          try (received) {
            yield files.put(arrival.pass(), folder, name, received);
          }
        }
      };
    } catch (Arrivals.NoRoom full) {
      return Outcome.refused(Files.full(arrival.space()));
    }
  }

  /** Some browsers send the folders before it. */
  static String named(MultipartFile file) {
    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
