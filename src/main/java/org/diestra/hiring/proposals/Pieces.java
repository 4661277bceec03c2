package org.diestra.hiring.proposals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.hiring.samples.SampleCard;
import org.diestra.hiring.samples.SampleId;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;

/** Everything that can be looked at in some bids, read once. */
record Pieces(Map<SampleId, SampleCard> samples, Map<BlobId, Blob> files) {
  Pieces(Collection<SampleCard> samples, Map<BlobId, Blob> files) {
    this(
        samples.stream()
            .collect(Collectors.toMap(SampleCard::id, Function.identity(), (a, b) -> a)),
        files);
  }

  /**
   * A bid's pieces, in its author's order; what was removed since is left out. Their addresses say
   * nothing but their place: an id would lead to its owner.
   */
  List<Line.Piece> of(Bid bid, BidContent said, boolean hidden, Veil veil) {
    var out = new ArrayList<Line.Piece>();
    for (var place : Place.all(said)) {
      var href = place.href(bid);
      switch (place) {
        case Place.OfSample(var number, var id) ->
            Optional.ofNullable(samples.get(id))
                .map(card ->
                    new Line.Piece(card.type(), veil.over(card.title()), href, card.copied()))
                .ifPresent(out::add);
        case Place.OfFile(var number, var id) ->
            Optional.ofNullable(files.get(id))
                .map(blob -> new Line.Piece(label(blob), hidden ? null : blob.name(), href, false))
                .ifPresent(out::add);
      }
    }
    return out;
  }

  /** What kind of file it is, as people call it. */
  static String label(Blob blob) {
    return blob.type().extension().toUpperCase(Locale.ROOT);
  }

  /** Where a piece stands among those of a bid: samples first, then files, from 1. */
  sealed interface Place {
    int number();

    record OfSample(int number, SampleId id) implements Place {}

    record OfFile(int number, BlobId id) implements Place {}

    static List<Place> all(BidContent said) {
      var out = new ArrayList<Place>();
      said.samples().forEach(id -> out.add(new OfSample(out.size() + 1, id)));
      said.files().forEach(id -> out.add(new OfFile(out.size() + 1, id)));
      return out;
    }

    default String href(Bid bid) {
      return "/jobs/" + bid.job() + Board.PATH + "/" + bid.id() + "/pieces/" + number();
    }
  }
}
