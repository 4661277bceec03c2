package org.diestra.hiring.proposals;

import java.util.List;
import java.util.Optional;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.samples.Marks;
import org.diestra.hiring.samples.Samples;
import org.diestra.hiring.talent.AssistantCard;
import org.diestra.hiring.talent.Talent;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a sample or a file of a bid for those who may read the bid: the client's team, and its
 * author. A team that hides names sees it without them.
 */
@Service
class BidReader {
  /** Written across pictures where a name would tell what a client has chosen not to know. */
  private static final String UNNAMED = "Diestra";

  private final Jobs jobs;
  private final RoundStore rounds;
  private final BidStore bids;
  private final VersionStore versions;
  private final Talent talent;
  private final Samples samples;
  private final Blobs blobs;
  private final Sealing sealing;

  BidReader(
      Jobs jobs,
      RoundStore rounds,
      BidStore bids,
      VersionStore versions,
      Talent talent,
      Samples samples,
      Blobs blobs,
      Sealing sealing) {
    this.jobs = jobs;
    this.rounds = rounds;
    this.bids = bids;
    this.versions = versions;
    this.talent = talent;
    this.samples = samples;
    this.blobs = blobs;
    this.sealing = sealing;
  }

  /**
   * One piece, opened.
   *
   * @param href its own address
   * @param title null where the file's name must not be told
   * @param what was done and with which tools, as Markdown; may be empty
   * @param mark written across its pictures
   * @param hidden whether its author's name must not be told
   */
  record Opened(
      String href,
      Blob blob,
      @Nullable String title,
      String what,
      String mark,
      boolean hidden,
      Veil veil) {
    String label() {
      return Pieces.label(blob);
    }

    /** Whether its text is Markdown, to be shown as it is meant. */
    boolean formatted() {
      return label().equals("MD");
    }

    /**
     * Whether the file may be had as it came. Not while names are hidden: documents, films and
     * recordings carry their authors' names where no veil reaches.
     */
    boolean original() {
      return !hidden
          && switch (blob.kind()) {
            case AUDIO, VIDEO, DOCUMENT, SLIDES, ARCHIVE -> true;
            case IMAGE, PDF, TEXT, SPREADSHEET, OTHER -> false;
          };
    }
  }

  /**
   * @param number its place among the bid's pieces, from 1
   * @throws NotFound for anybody else, and for a piece that the bid does not have now
   */
  @Transactional
  Opened piece(Viewer viewer, JobId job, BidId id, int number) {
    var bid = bids.find(id).filter(b -> b.job().equals(job)).orElseThrow(NotFound::new);
    boolean own = bid.person().equals(viewer.id());
    if (!own) {
      sealing.open(viewer, jobs.terms(job), bid);
      if (!bid.shown()) {
        throw new NotFound();
      }
    }
    var said = versions.current(bid).orElseThrow(NotFound::new);
    var card = Optional.ofNullable(talent.cards(List.of(bid.person())).get(bid.person()));
    boolean hidden = !own && rounds.of(job).blind() && !bid.met();
    return open(bid, said, card, hidden, number);
  }

  private Opened open(
      Bid bid, BidContent said, Optional<AssistantCard> card, boolean hidden, int number) {
    var veil = hidden ? Veil.over(said, card) : Veil.NONE;
    var place =
        Pieces.Place.all(said).stream()
            .filter(p -> p.number() == number)
            .findFirst()
            .orElseThrow(NotFound::new);
    return switch (place) {
      case Pieces.Place.OfFile(var at, var file) -> {
        var blob = blobs.get(file);
        var title = hidden ? null : blob.name();
        yield new Opened(place.href(bid), blob, title, "", UNNAMED, hidden, veil);
      }
      case Pieces.Place.OfSample(var at, var id) -> {
        var sample = samples.all(List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
        yield new Opened(
            place.href(bid),
            samples.file(sample),
            veil.over(sample.title()),
            veil.over(sample.what()),
            hidden ? UNNAMED : Marks.of(card.map(AssistantCard::name).orElse(said.worker())),
            hidden,
            veil);
      }
    };
  }
}
