package org.diestra.hiring.tryouts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidFaces;
import org.diestra.hiring.tryouts.Delivery.Piece;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Limits;
import org.diestra.platform.blobs.Purpose;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the pages of samples show, in a fixed number of statements. */
@Component
class TryoutPages {
  private final Tryouts tryouts;
  private final DeliveryStore deliveries;
  private final Asking asking;
  private final Jobs jobs;
  private final BidFaces faces;
  private final Organisations organisations;
  private final Blobs blobs;
  private final Limits limits;
  private final Clock clock;

  TryoutPages(
      Tryouts tryouts,
      DeliveryStore deliveries,
      Asking asking,
      Jobs jobs,
      BidFaces faces,
      Organisations organisations,
      Blobs blobs,
      Limits limits,
      Clock clock) {
    this.tryouts = tryouts;
    this.deliveries = deliveries;
    this.asking = asking;
    this.jobs = jobs;
    this.faces = faces;
    this.organisations = organisations;
    this.blobs = blobs;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * A file that goes with a sample.
   *
   * @param piece whether it was handed in; else it came with the task
   */
  record Seen(TryoutView view, FileView file, boolean piece) {
    /** What a client may look at in marked previews alone. */
    boolean original() {
      return view.bidder() || !piece;
    }

    String mark() {
      return piece ? FileController.MARK : "";
    }
  }

  LocalDate today(Viewer viewer) {
    return LocalDate.ofInstant(clock.instant(), viewer.zone());
  }

  /** The page to ask on; the form is in the model. */
  String ask(Viewer viewer, JobId id, Model model) {
    var job = jobs.terms(id);
    model.addAttribute("candidates", asking.candidates(viewer, job));
    model.addAttribute("closed", Asking.closed(job).orElse(null));
    model.addAttribute("job", job);
    model.addAttribute("today", today(viewer));
    model.addAttribute("limit", limits.of(Purpose.ATTACHMENT));
    return "new";
  }

  /**
   * A sample's page, with the forms that its reader may send.
   *
   * @param kept files that a page to hand in has taken in
   */
  String show(Viewer viewer, TryoutId id, HandIn handIn, List<Blob> kept, Model model) {
    var view = view(viewer, id, kept);
    model.addAttribute("view", view);
    model.addAttribute("handIn", handIn);
    model.addAttribute("limit", limits.of(Purpose.SAMPLE));
    if (!model.containsAttribute("scoring")) {
      model.addAttribute("scoring", view.scores().map(ScoreForm::of).orElse(ScoreForm.EMPTY));
    }
    return "show";
  }

  String show(Viewer viewer, TryoutId id, Model model) {
    return show(viewer, id, HandIn.EMPTY, List.of(), model);
  }

  TryoutView view(Viewer viewer, TryoutId id, List<Blob> kept) {
    var asked = tryouts.seen(viewer, id);
    var task = asked.task();
    var delivery = deliveries.find(id);
    var ids =
        Stream.concat(
                Optional.ofNullable(task.file()).stream(),
                delivery.stream().flatMap(d -> d.pieces().stream()).map(Piece::file))
            .toList();
    return new TryoutView(
        asked,
        asked.side(viewer),
        jobs.terms(task.job()),
        faces.of(task.job(), asked.tryout().facts().bid()).orElseThrow(NotFound::new),
        organisations.get(task.organisation()).name(),
        delivery.orElse(null),
        blobs.all(ids),
        kept);
  }

  /**
   * @throws NotFound for a file that does not go with it, and for whoever may not see it
   */
  Seen file(Viewer viewer, TryoutId id, BlobId file) {
    var view = view(viewer, id, List.of());
    var material = view.material();
    if (material != null && material.blob().id().equals(file)) {
      return new Seen(view, material, false);
    }
    return view.pieces().stream()
        .filter(piece -> piece.blob().id().equals(file))
        .findFirst()
        .map(piece -> new Seen(view, piece, true))
        .orElseThrow(NotFound::new);
  }
}
