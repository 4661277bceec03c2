package org.diestra.office.calendar;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.fetching.Fetcher;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.SecurityHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files and pages beside an event: put there, opened, taken out. */
@Controller
@RequestMapping("/calendar")
class AttachmentController {
  private static final int LONGEST_ADDRESS = 2000;
  private final Events events;
  private final Attachments attachments;
  private final Blobs blobs;
  private final BlobServing serving;

  AttachmentController(Events events, Attachments attachments, Blobs blobs, BlobServing serving) {
    this.events = events;
    this.attachments = attachments;
    this.blobs = blobs;
    this.serving = serving;
  }

  @GetMapping("/attachments/{file}")
  void file(@PathVariable String file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var blob = attachments.get(Ids.require(file));
    SecurityHeaders.forFile(response);
    serving.showCurrent(blob, request, response);
  }

  /** A file, or else an address. */
  @PostMapping("/events/{id}/attachments")
  String add(
      Viewer viewer,
      @PathVariable EventId id,
      @RequestParam @Nullable String at,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String name,
      @RequestParam @Nullable MultipartFile file,
      RedirectAttributes onward)
      throws IOException {
    events.writable(id); // before anything is taken in
    var outcome =
        file == null || file.isEmpty()
            ? page(viewer, id, Typed.line(address), Typed.line(name), seen)
            : file(viewer, id, file, seen);
    return onward(outcome, "calendar.attached.added", id, at, onward);
  }

  private Outcome<EventId> page(
      Viewer viewer, EventId id, String address, String name, String seen) {
    if (address.isEmpty()) {
      return Outcome.refused(Refusal.invalid("address", "calendar.attached.missing"));
    }
    return address.length() > LONGEST_ADDRESS || Fetcher.host(address).isEmpty()
        ? Outcome.refused(Refusal.invalid("address", "calendar.attached.wrong"))
        : attachments.add(viewer, id, address, name, seen);
  }

  private Outcome<EventId> file(Viewer viewer, EventId id, MultipartFile file, String seen)
      throws IOException {
    var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    try (var in = file.getInputStream()) {
      return switch (blobs.store(in, Purpose.ATTACHMENT, name, viewer.id().value())) {
        case Outcome.Refused<Blob>(var why) -> Outcome.refused(why);
        case Outcome.Done<Blob>(var blob) -> attachments.add(viewer, id, blob, seen);
      };
    }
  }

  @PostMapping("/events/{id}/attachments/removal")
  String remove(
      Viewer viewer,
      @PathVariable EventId id,
      @RequestParam @Nullable String at,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String which,
      RedirectAttributes onward) {
    var outcome = attachments.remove(viewer, id, which, seen);
    return onward(outcome, "calendar.attached.removed", id, at, onward);
  }

  private static String onward(
      Outcome<EventId> outcome,
      String key,
      EventId id,
      @Nullable String at,
      RedirectAttributes onward) {
    switch (outcome) {
      case Outcome.Done<EventId> done -> Flash.ok(onward, key);
      case Outcome.Refused<EventId>(var why) -> Flash.refused(onward, why);
    }
    boolean known = at != null && at.matches("[0-9TZ]{8,16}");
    return "redirect:/calendar/events/" + id + (known ? "?at=" + at : "");
  }
}
