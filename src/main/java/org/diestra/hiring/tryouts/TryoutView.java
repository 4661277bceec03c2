package org.diestra.hiring.tryouts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.proposals.BidFace;
import org.diestra.hiring.tryouts.Asked.Side;
import org.diestra.hiring.tryouts.Tryout.Declined;
import org.diestra.hiring.tryouts.Tryout.Delivered;
import org.diestra.hiring.tryouts.Tryout.Open;
import org.diestra.hiring.tryouts.Tryout.Scored;
import org.diestra.hiring.tryouts.Tryout.State;
import org.diestra.platform.base.Area;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;

/**
 * A sample as one of its sides sees it.
 *
 * @param side which side looks
 * @param face the bid, as its client may call it
 * @param client who asks, by name
 * @param delivery what was handed in, or null
 * @param files the task's and the delivery's
 * @param kept what the page to hand in has taken in so far
 */
record TryoutView(
    Asked asked,
    Side side,
    JobTerms job,
    BidFace face,
    String client,
    @Nullable Delivery delivery,
    Map<BlobId, Blob> files,
    List<Blob> kept) {

  boolean bidder() {
    return side == Side.BIDDER;
  }

  String href() {
    return Asked.href(asked.id());
  }

  Task task() {
    return asked.task();
  }

  Tryout tryout() {
    return asked.tryout();
  }

  State state() {
    return asked.tryout().state();
  }

  int version() {
    return asked.tryout().facts().version();
  }

  boolean open() {
    return asked.tryout() instanceof Open;
  }

  boolean delivered() {
    return asked.tryout() instanceof Delivered;
  }

  /** What stands for the state in this reader's words. */
  String nextKey() {
    return "tryouts.next." + (bidder() ? "bidder." : "team.") + state().slug();
  }

  Optional<Scores> scores() {
    return asked.tryout() instanceof Scored scored
        ? Optional.of(scored.scores())
        : Optional.empty();
  }

  List<Area> areas() {
    return job.areas().stream().sorted().toList();
  }

  @Nullable String reason() {
    return asked.tryout() instanceof Declined declined ? read(declined.reason()) : null;
  }

  /** A text of the bidder's, without what this reader must not learn. */
  String read(String text) {
    return bidder() ? text : face.read(text);
  }

  /** The task's file, or null. */
  @Nullable FileView material() {
    var id = task().file();
    var file = id == null ? null : files.get(id);
    return file == null ? null : new FileView(file, href() + "/files/" + file.id(), false, false);
  }

  /** What was handed in, in the bidder's order. */
  List<FileView> pieces() {
    return delivery == null
        ? List.of()
        : delivery.pieces().stream()
            .flatMap(piece ->
                Optional.ofNullable(files.get(piece.file())).stream()
                    .map(file ->
                        new FileView(
                            file,
                            href() + "/files/" + file.id(),
                            piece.copied(),
                            !bidder() && face.hidden())))
            .toList();
  }

  /** Where this reader came from. */
  String backHref() {
    var jobHref = "/jobs/" + job.id();
    return jobHref + (bidder() ? "/bid" : "/bids");
  }
}
