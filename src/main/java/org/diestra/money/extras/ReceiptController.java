package org.diestra.money.extras;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.page.SecurityHeaders;
import org.diestra.work.contracts.ContractId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /contracts/{id}/money/extras/{expense}/receipt}: the files that show what was spent. */
@Controller
@RequestMapping("/contracts/{id}/money/extras/{expense}")
class ReceiptController {
  private final ExpensePages pages;
  private final Blobs blobs;
  private final BlobServing serving;

  ReceiptController(ExpensePages pages, Blobs blobs, BlobServing serving) {
    this.pages = pages;
    this.blobs = blobs;
    this.serving = serving;
  }

  /** One that was brought before, as long as anybody may want to look at it. */
  @GetMapping("/receipts/{version}")
  void file(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String expense,
      @PathVariable int version,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var file =
        pages.one(viewer, id, Ids.require(expense)).moves().stream()
            .filter(move -> move.version() == version)
            .flatMap(move -> Stream.ofNullable(move.brought()))
            .findFirst()
            .orElseThrow(NotFound::new);
    SecurityHeaders.forFile(response);
    serving.showCurrent(blobs.get(file), request, response);
  }

  @GetMapping("/receipt")
  void file(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String expense,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var receipt = pages.one(viewer, id, Ids.require(expense)).expense().receipt();
    if (receipt == null) {
      throw new NotFound();
    }
    SecurityHeaders.forFile(response);
    serving.showCurrent(blobs.get(receipt.file()), request, response);
  }
}
