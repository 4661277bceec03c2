package org.diestra.hiring.proposals;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.talent.AssistantCard;
import org.diestra.hiring.talent.Talent;
import org.diestra.platform.accounts.PersonId;
import org.springframework.stereotype.Service;

/**
 * How bids are called before their client, who may have chosen not to know names yet: for the
 * modules that speak of bids. Who may ask is for the caller to decide.
 */
@Service
public class BidFaces {
  private final RoundStore rounds;
  private final BidStore bids;
  private final VersionStore versions;
  private final Talent talent;

  BidFaces(RoundStore rounds, BidStore bids, VersionStore versions, Talent talent) {
    this.rounds = rounds;
    this.bids = bids;
    this.versions = versions;
    this.talent = talent;
  }

  /** Those before the client, in the order of sending, in a fixed number of statements. */
  public List<BidFace> of(JobId job) {
    return faces(job, bids.ofJob(job).stream().filter(Bid::shown).toList());
  }

  /** One bid, also when it came to its end; empty for a draft, and for another job's. */
  public Optional<BidFace> of(JobId job, BidId id) {
    var found = bids.find(id).filter(bid -> bid.job().equals(job) && bid.version() > 0);
    return faces(job, found.stream().toList()).stream().findFirst();
  }

  private List<BidFace> faces(JobId job, Collection<Bid> shown) {
    boolean blind = rounds.of(job).blind();
    var said = versions.ofJob(job);
    var cards = talent.cards(shown.stream().map(Bid::person).toList());
    return shown.stream()
        .sorted(Comparator.comparingInt(Bid::number))
        .flatMap(bid ->
            Optional.ofNullable(said.get(bid.id()))
                .map(version -> face(bid, version.content(), cards, blind))
                .stream())
        .toList();
  }

  private static BidFace face(
      Bid bid, BidContent said, Map<PersonId, AssistantCard> cards, boolean blind) {
    var card = Optional.ofNullable(cards.get(bid.person()));
    boolean hidden = blind && !bid.met();
    return new BidFace(
        bid.id(),
        bid.person(),
        bid.number(),
        hidden ? null : card.map(AssistantCard::shortName).orElse(null),
        hidden,
        bid.stage() instanceof Stage.Decidable,
        hidden ? Veil.over(said, card)::over : text -> text);
  }
}
