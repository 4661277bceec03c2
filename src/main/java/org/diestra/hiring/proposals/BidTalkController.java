package org.diestra.hiring.proposals;

import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.messaging.Messages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Leads from a bid to the talk about it, from either side. */
@Controller
class BidTalkController {
  private final BidStore bids;
  private final Messages messages;

  BidTalkController(BidStore bids, Messages messages) {
    this.bids = bids;
    this.messages = messages;
  }

  @GetMapping("/jobs/{job}/bid/messages")
  String own(Viewer viewer, @PathVariable JobId job) {
    return talk(bids.own(job, viewer.id()).filter(Bid::known).orElseThrow(NotFound::new));
  }

  @GetMapping("/jobs/{job}/bids/{bid}/messages")
  String team(Viewer viewer, @PathVariable JobId job, @PathVariable BidId bid) {
    return talk(
        bids.find(bid)
            .filter(b -> b.job().equals(job) && b.shown())
            .filter(b -> viewer.hiresFor(b.organisation()))
            .orElseThrow(NotFound::new));
  }

  private String talk(Bid bid) {
    return "redirect:" + Messages.href(messages.open(BidTalks.NAME, bid.id().value()));
  }
}
