package org.diestra.hiring.proposals;

import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A bid at the side of another page, for those who may read it. */
@Controller
class AsideController {
  private final Comparison comparison;

  AsideController(Comparison comparison) {
    this.comparison = comparison;
  }

  @GetMapping("/jobs/{id}/bids/{bid}/aside")
  String aside(Viewer viewer, @PathVariable String id, @PathVariable String bid, Model model) {
    return comparison
        .page(viewer, JobId.of(id), BidId.of(bid))
        .fold(
            page -> {
              model.addAttribute("page", page);
              return "_aside";
            },
            gone -> {
              throw new NotFound();
            });
  }
}
