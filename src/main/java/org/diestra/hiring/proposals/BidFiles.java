package org.diestra.hiring.proposals;

import java.io.IOException;
import java.util.List;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Problems;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.BroughtFiles;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files that come with a bid. */
@Component
class BidFiles {
  private static final String HOLDER = "proposals.bid";
  private final BroughtFiles files;
  private final Blobs blobs;

  BidFiles(BroughtFiles files, Blobs blobs) {
    this.files = files;
    this.blobs = blobs;
  }

  /** What a page has now: those it had and those it brought; too many are told when it is read. */
  List<String> with(
      PersonId author, List<String> had, List<MultipartFile> brought, Problems problems)
      throws IOException {
    return files.with(author.value(), had, brought, Integer.MAX_VALUE, problems);
  }

  /** Those of these files that the author brought, in this order. */
  List<Blob> own(PersonId author, List<String> ids) {
    return files.own(author.value(), ids);
  }

  /** As long as the bid is there, these stay; what an unsent page no longer has may go. */
  void hold(Bid bid, PersonId author, List<String> ids) {
    if (bid.version() == 0) {
      blobs.releaseAll(HOLDER, bid.id().value());
    }
    own(author, ids).forEach(blob -> blobs.hold(blob.id(), HOLDER, bid.id().value()));
  }
}
