package org.diestra.hiring.proposals;

import java.util.Optional;
import org.diestra.hiring.fees.Fees;
import org.diestra.hiring.fees.Quote;
import org.diestra.hiring.fees.Rates;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /bids}: all the bids of an assistant. */
@Controller
class OwnListController {
  private final BidStore bids;
  private final VersionStore versions;
  private final Jobs jobs;
  private final Fees fees;

  OwnListController(BidStore bids, VersionStore versions, Jobs jobs, Fees fees) {
    this.bids = bids;
    this.versions = versions;
    this.jobs = jobs;
    this.fees = fees;
  }

  @GetMapping("/bids")
  String list(Viewer viewer, Model model) {
    if (!viewer.assistant()) {
      throw new NotFound();
    }
    model.addAttribute("list", list(viewer));
    return "index";
  }

  private OwnList list(Viewer viewer) {
    var own = bids.of(viewer.id());
    var said = versions.of(viewer.id());
    var terms = jobs.terms(own.stream().map(Bid::job).distinct().toList());
    var rates = fees.now(terms.values().stream().map(JobTerms::currency).toList());
    var entries =
        own.stream()
            .flatMap(bid ->
                Optional.ofNullable(terms.get(bid.job()))
                    .map(job ->
                        entry(
                            bid,
                            job,
                            said.get(bid.id()),
                            rates.getOrDefault(job.currency(), Rates.NONE)))
                    .stream())
            .toList();
    int live = (int) own.stream().filter(Bid::live).count();
    return new OwnList(entries, live);
  }

  private static OwnList.Entry entry(
      Bid bid, JobTerms job, VersionStore.@Nullable Version version, Rates rates) {
    if (version == null) {
      return new OwnList.Entry(bid, job, null, null);
    }
    var said = version.content();
    return new OwnList.Entry(
        bid, job, said, Quote.of(said.unit(), said.price(), said.quantity(), rates));
  }
}
