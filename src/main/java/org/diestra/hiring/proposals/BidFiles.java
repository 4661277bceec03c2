package org.diestra.hiring.proposals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files that come with a bid. */
@Component
class BidFiles {
  private static final String HOLDER = "proposals.bid";
  private final Blobs blobs;

  BidFiles(Blobs blobs) {
    this.blobs = blobs;
  }

  /**
   * What a page has now: those it had, without what is not the author's, and those it brought. A
   * file that is refused becomes a problem, and the others stay.
   */
  List<String> with(
      PersonId author, List<String> had, List<MultipartFile> brought, Problems problems)
      throws IOException {
    var ids = new ArrayList<>(own(author, had).stream().map(b -> b.id().toString()).toList());
    for (var file : brought) {
      if (!file.isEmpty()) {
        store(author, file, problems).ifPresent(blob -> ids.add(blob.id().toString()));
      }
    }
    return ids;
  }

  private Optional<Blob> store(PersonId author, MultipartFile file, Problems problems)
      throws IOException {
    var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    try (var in = file.getInputStream()) {
      return switch (blobs.store(in, Purpose.ATTACHMENT, name, author.value())) {
        case Outcome.Done<Blob>(var blob) -> Optional.of(blob);
        case Outcome.Refused<Blob>(var why) -> {
          problems.add("brought", why.key(), why.args().toArray(Object[]::new));
          yield Optional.empty();
        }
      };
    }
  }

  /** Those of these files that the author brought, in this order. */
  List<Blob> own(PersonId author, List<String> ids) {
    var wanted =
        ids.stream().flatMap(id -> Ids.read(id).stream()).distinct().map(BlobId::new).toList();
    var found = blobs.all(wanted);
    return wanted.stream()
        .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
        .filter(blob -> author.value().equals(blob.owner()))
        .toList();
  }

  /** As long as the bid is there, these stay; what an unsent page no longer has may go. */
  void hold(Bid bid, PersonId author, List<String> ids) {
    if (bid.version() == 0) {
      blobs.releaseAll(HOLDER, bid.id().value());
    }
    own(author, ids).forEach(blob -> blobs.hold(blob.id(), HOLDER, bid.id().value()));
  }
}
