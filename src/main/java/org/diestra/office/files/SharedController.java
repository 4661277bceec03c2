package org.diestra.office.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.diestra.office.files.Shared.Reached;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Token;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Guests;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /s/{secret}}: what somebody shares with whoever holds the link. What is not there, over or
 * ended looks alike, and until the password is known nothing of it is told.
 */
@Controller
@Guests
@RequestMapping("/s/{secret}")
class SharedController {
  private static final int VISITOR_DIGITS = 16;
  private final Shared shared;
  private final SharedKey key;
  private final Places places;
  private final Packing packing;
  private final Archive archive;
  private final Versions versions;
  private final BlobServing serving;

  SharedController(
      Shared shared,
      SharedKey key,
      Places places,
      Packing packing,
      Archive archive,
      Versions versions,
      BlobServing serving) {
    this.shared = shared;
    this.key = key;
    this.places = places;
    this.packing = packing;
    this.archive = archive;
    this.versions = versions;
    this.serving = serving;
  }

  private static String gone(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "sharedGone";
  }

  @GetMapping
  String show(
      @PathVariable String secret,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return page(secret, null, "", request, response, model);
  }

  @GetMapping("/{entry}")
  String show(
      @PathVariable String secret,
      @PathVariable EntryId entry,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return page(secret, entry, after, request, response, model);
  }

  private String page(
      String secret,
      @Nullable EntryId entry,
      String after,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    SharedKey.keepSecret(response);
    var reached = shared.reach(Token.of(secret)).orElse(null);
    if (reached == null || reached.link().spent()) {
      return gone(response);
    }
    model.addAttribute("href", "/s/" + secret);
    if (!key.opens(reached.lock(), request)) {
      return "sharedLock";
    }
    try {
      return page(reached, entry == null ? reached.top().key() : entry, after, model);
    } catch (NotFound elsewhere) {
      return gone(response);
    }
  }

  private String page(Reached reached, EntryId entry, String after, Model model) {
    var trail = shared.trail(reached, entry);
    var here = trail.getLast();
    List<Entry> found =
        here.collection()
            ? shared.as(
                reached,
                () -> places.in(reached.pass(), here.key(), Order.NAME, Places.folder(after)))
            : List.of();
    model.addAttribute("trail", trail);
    model.addAttribute("entries", found.subList(0, Math.min(Listing.SHOWN, found.size())));
    model.addAttribute("more", found.size() > Listing.SHOWN);
    model.addAttribute("link", reached.link());
    model.addAttribute("from", reached.pass().workspace().name());
    return "shared";
  }

  @PostMapping("/password")
  String unlock(
      @PathVariable String secret,
      @RequestParam(required = false) @Nullable String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    SharedKey.keepSecret(response);
    var reached = shared.reach(Token.of(secret)).orElse(null);
    if (reached == null) {
      return gone(response);
    }
    model.addAttribute("href", "/s/" + secret);
    return key.turn(reached.lock(), password, request, response)
        .fold(
            open -> "redirect:/s/" + secret,
            why -> Pages.again(response, model, why, "sharedLock"));
  }

  /** A file's bytes, whole or in pieces. */
  @GetMapping("/{entry}/content")
  @Nullable String content(
      @PathVariable String secret,
      @PathVariable EntryId entry,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var file = opened(secret, entry, request, response);
    if (file == null || file.entry().collection() || !takes(file, request, goesOn(file, request))) {
      return gone(response);
    }
    var blob = shared.as(file.reached(), () -> versions.blob(file.entry(), file.entry().file()));
    serving.saveCurrent(blob, request, response);
    return null;
  }

  /** All of a folder as one archive. */
  @GetMapping("/{entry}/zip")
  @Nullable String zip(
      @PathVariable String secret,
      @PathVariable EntryId entry,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var folder = opened(secret, entry, request, response);
    if (folder == null || !folder.entry().collection()) {
      return gone(response);
    }
    var packed = shared.as(folder.reached(), () -> packing.of(folder.reached().pass(), entry));
    return switch (packed) {
      case Outcome.Refused<List<TreeStore.Packed>>(var why) -> {
        Flash.refused(onward, why);
        yield "redirect:/s/" + secret + "/" + entry;
      }
      case Outcome.Done<List<TreeStore.Packed>>(var all) -> {
        if (!takes(folder, request, false)) {
          yield gone(response);
        }
        archive.send(folder.entry().name(), all, request, response);
        yield null;
      }
    };
  }

  private record Opened(Reached reached, Entry entry) {}

  /** Null for what is not there, not below the link, or still locked. */
  private @Nullable Opened opened(
      String secret, EntryId entry, HttpServletRequest request, HttpServletResponse response) {
    SharedKey.keepSecret(response);
    var reached = shared.reach(Token.of(secret)).orElse(null);
    if (reached == null || !key.opens(reached.lock(), request)) {
      return null;
    }
    try {
      return new Opened(reached, shared.trail(reached, entry).getLast());
    } catch (NotFound elsewhere) {
      return null;
    }
  }

  /** Looking at the headers alone costs no download. */
  private boolean takes(Opened opened, HttpServletRequest request, boolean goesOn) {
    return request.getMethod().equals("HEAD")
        || shared.take(opened.reached().link(), opened.entry().key(), visitor(request, goesOn));
  }

  /** One later piece, and nothing by which all of it is sent after all. */
  private static boolean goesOn(Opened opened, HttpServletRequest request) {
    var range = Objects.requireNonNullElse(request.getHeader(HttpHeaders.RANGE), "");
    var meantFor = request.getHeader(HttpHeaders.IF_RANGE);
    boolean same = meantFor == null || meantFor.equals('"' + opened.entry().file().sha256() + '"');
    return same && range.matches("bytes=0*[1-9]\\d*-\\d*");
  }

  private static Shared.Visitor visitor(HttpServletRequest request, boolean goesOn) {
    var agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
    var id = Hash.of(request.getRemoteAddr() + " " + agent).substring(0, VISITOR_DIGITS);
    return new Shared.Visitor(id, goesOn);
  }
}
