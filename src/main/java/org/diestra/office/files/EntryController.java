package org.diestra.office.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.office.files.Places.Place;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobServing;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code …/files/{entry}}: one file or folder. */
@Controller
@RequestMapping("/w/{workspace}/files/{entry}")
class EntryController {
  private final Places places;
  private final Files files;
  private final Moving moving;
  private final Versions versions;
  private final FilesController folders;
  private final Comments comments;
  private final Openings openings;
  private final Accounts accounts;
  private final Previews previews;
  private final BlobServing serving;

  EntryController(
      Places places,
      Files files,
      Moving moving,
      Versions versions,
      FilesController folders,
      Comments comments,
      Openings openings,
      Accounts accounts,
      Previews previews,
      BlobServing serving) {
    this.places = places;
    this.files = files;
    this.moving = moving;
    this.versions = versions;
    this.folders = folders;
    this.comments = comments;
    this.openings = openings;
    this.accounts = accounts;
    this.previews = previews;
    this.serving = serving;
  }

  @GetMapping
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    var place = places.find(viewer, workspace, entry);
    return page(place, Order.read(sort), Places.folder(after), model);
  }

  private String page(Place place, Order order, @Nullable EntryId after, Model model) {
    if (place.entry().collection()) {
      var found = places.in(place.pass(), place.entry().key(), order, after);
      return folders.page(place.pass(), place.trail(), found, order, "", model);
    }
    openings.note(place.pass(), place.entry(), Opening.Way.LOOKED);
    return page(place, model);
  }

  /** The page of a file. */
  String page(Place place, Model model) {
    var pass = place.pass();
    var file = place.entry().key();
    var all = versions.of(pass, file);
    var said = comments.of(pass, file);
    var opened = pass.keeps() ? openings.of(pass, file) : null;
    var people = all.stream().map(Version::madeBy).collect(Collectors.toCollection(HashSet::new));
    said.forEach(one -> people.add(one.author()));
    if (opened != null) {
      opened.stream().flatMap(one -> Stream.ofNullable(one.person())).forEach(people::add);
    }
    model.addAttribute("pass", pass);
    model.addAttribute("trail", place.trail());
    model.addAttribute("file", place.entry());
    model.addAttribute("versions", all);
    model.addAttribute("comments", said);
    model.addAttribute("openings", opened);
    model.addAttribute("frozen", versions.frozen(pass, file));
    model.addAttribute("names", accounts.names(people));
    model.addAttribute("preview", previews.of(blob(place)));
    return "show";
  }

  private Blob blob(Place place) {
    return versions.blob(place.entry(), place.entry().file());
  }

  /** Its bytes as they are now. */
  @GetMapping("/content")
  void content(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @RequestParam(defaultValue = "false") boolean save,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var file = file(viewer, workspace, entry);
    var blob = blob(file);
    if (save) {
      openings.note(file.pass(), file.entry(), Opening.Way.SAVED);
      serving.saveCurrent(blob, request, response);
    } else {
      openings.note(file.pass(), file.entry(), Opening.Way.LOOKED);
      serving.showCurrent(blob, request, response);
    }
  }

  private Place file(Viewer viewer, WorkspaceId workspace, EntryId entry) {
    var place = places.find(viewer, workspace, entry);
    if (place.entry().collection()) {
      throw new NotFound();
    }
    return place;
  }

  /** A small picture of it. */
  @GetMapping("/small")
  void small(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var blob = blob(file(viewer, workspace, entry));
    var picture = previews.picture(blob, 1, Previews.Size.TINY, "");
    serving.showCurrent(picture.orElseThrow(NotFound::new), request, response);
  }

  /** A picture, or a page of a PDF. */
  @GetMapping("/pages/{number}")
  void picture(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @PathVariable int number,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var blob = blob(file(viewer, workspace, entry));
    var picture = previews.picture(blob, number, Previews.Size.LARGE, "");
    serving.showCurrent(picture.orElseThrow(NotFound::new), request, response);
  }

  @PostMapping("/name")
  String rename(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @RequestParam(defaultValue = "") String name,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var place = places.find(viewer, workspace, entry);
    var parent = place.parent() == null ? null : place.parent().key();
    return moving
        .move(place.pass(), entry, parent, name.strip(), false)
        .fold(
            renamed -> {
              Flash.ok(onward, "files.renamed", renamed.name());
              return "redirect:" + Places.href(place.pass(), entry);
            },
            why -> {
              model.addAttribute(place.entry().collection() ? "renamed" : "name", name);
              return Pages.again(response, model, why, page(place, Order.NAME, null, model));
            });
  }

  @GetMapping("/place")
  String choosePlace(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      Model model) {
    return movePage(places.find(viewer, workspace, entry), model);
  }

  private String movePage(Place place, Model model) {
    model.addAttribute("pass", place.pass());
    model.addAttribute("trail", place.trail());
    model.addAttribute("entry", place.entry());
    model.addAttribute("folders", places.folders(place.pass(), place.entry().key()));
    return "move";
  }

  @PostMapping("/place")
  String move(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @RequestParam(defaultValue = "") String parent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var place = places.find(viewer, workspace, entry);
    return moving
        .move(place.pass(), entry, Places.folder(parent), place.entry().name(), false)
        .fold(
            moved -> {
              Flash.ok(onward, "files.moved", moved.name());
              return "redirect:" + Places.href(place.pass(), Places.folder(parent));
            },
            why -> Pages.again(response, model, why, movePage(place, model)));
  }

  /** Into the trash, from where it can be taken back. */
  @PostMapping("/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      RedirectAttributes onward) {
    var place = places.find(viewer, workspace, entry);
    files.trash(place.pass(), entry);
    var undo = place.pass().href("files/trash/" + entry + "/restoration");
    Flash.undoable(onward, undo, "files.trashed", place.entry().name());
    var parent = place.parent() == null ? null : place.parent().key();
    return "redirect:" + Places.href(place.pass(), parent);
  }
}
