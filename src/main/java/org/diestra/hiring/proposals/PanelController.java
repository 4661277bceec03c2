package org.diestra.hiring.proposals;

import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.page.Guests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The part of a job's page that speaks of bids; nothing for a job that is not to be seen. */
@Controller
class PanelController {
  private final Jobs jobs;
  private final BidStore bids;

  PanelController(Jobs jobs, BidStore bids) {
    this.jobs = jobs;
    this.bids = bids;
  }

  @Guests
  @GetMapping("/jobs/{id}/bid/panel")
  String panel(@Nullable Viewer viewer, @PathVariable String id, Model model) {
    model.addAttribute("panel", panel(viewer, jobs.terms(JobId.of(id))));
    return "_panel";
  }

  private Panel panel(@Nullable Viewer viewer, JobTerms job) {
    var own = "/jobs/" + job.id() + "/bid";
    if (viewer == null) {
      return job.takesBids() ? Panel.of(Panel.Kind.GUEST, own) : Panel.NOTHING;
    }
    if (viewer.hiresFor(job.organisation())) {
      int shown = bids.countShown(job.id());
      var board = "/jobs/" + job.id() + Board.PATH;
      return new Panel(Panel.Kind.TEAM, null, 0, job.takesBids(), shown, board);
    }
    if (!viewer.assistant() || viewer.memberOf(job.organisation()).isPresent()) {
      return Panel.NOTHING;
    }
    return bids.own(job.id(), viewer.id())
        .map(bid -> new Panel(Panel.Kind.OWN, bid, bids.placeInLine(bid), job.takesBids(), 0, own))
        .orElse(job.takesBids() ? Panel.of(Panel.Kind.WRITE, own) : Panel.NOTHING);
  }
}
