package org.diestra.platform.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What stands around every page: the entries that modules contribute, and its assets. */
@Component
class Frame {
  private final Assets assets;
  private final Visits visits;
  private final List<NavEntry> nav;
  private final List<FooterEntry> footer;
  private final List<SearchBox> searches;
  private final Optional<BellSource> bell;
  private final SingletonSupplier<Optional<LiveSource>> live; // which itself waits for who visits
  private final Optional<HomePage> home;
  private final List<LandingPart> parts;
  private final List<OperatorEntry> desk;
  private final String house;

  Frame(
      @Value("${diestra.base-url}") String house,
      Assets assets,
      Visits visits,
      ObjectProvider<NavEntry> nav,
      ObjectProvider<FooterEntry> footer,
      ObjectProvider<SearchBox> searches,
      ObjectProvider<BellSource> bell,
      ObjectProvider<LiveSource> live,
      ObjectProvider<HomePage> home,
      ObjectProvider<LandingPart> parts,
      ObjectProvider<OperatorEntry> desk) {
    this.house = house;
    this.assets = assets;
    this.visits = visits;
    this.nav = nav.stream().sorted(Comparator.comparingInt(NavEntry::order)).toList();
    this.footer = footer.stream().sorted(Comparator.comparingInt(FooterEntry::order)).toList();
    this.searches = searches.stream().sorted(Comparator.comparingInt(SearchBox::order)).toList();
    this.bell = Optional.ofNullable(bell.getIfAvailable());
    this.live = SingletonSupplier.of(() -> Optional.ofNullable(live.getIfAvailable()));
    this.home = Optional.ofNullable(home.getIfAvailable());
    this.parts = parts.stream().sorted(Comparator.comparingInt(LandingPart::order)).toList();
    this.desk = desk.stream().sorted(Comparator.comparingInt(OperatorEntry::order)).toList();
  }

  Assets assets() {
    return assets;
  }

  /** Where a page or a picture is, told to those outside: search engines, and whoever links. */
  String address(String path) {
    return house + path;
  }

  boolean canSignIn() {
    return visits.canSignIn();
  }

  List<NavEntry> nav(Visit visit) {
    return nav.stream().filter(e -> visit.isOneOf(e.audiences())).toList();
  }

  /** The one entry under which a page stands: the nearest path above it, or else what holds it. */
  Optional<NavEntry> current(Visit visit, String path) {
    var shown = nav(visit);
    return shown.stream()
        .filter(e -> e.leadsTo(path))
        .max(Comparator.comparingInt(e -> e.href().length()))
        .or(() -> shown.stream().filter(e -> e.holds(path)).findFirst());
  }

  /** Where the brand and the keys {@code g h} lead. */
  String home(Visit visit) {
    return visit.who().flatMap(who -> home).map(HomePage::href).orElse("/");
  }

  List<LandingPart> parts() {
    return parts;
  }

  /** The pages of the operator's desk, for an operator who is at one of them. */
  List<OperatorEntry> desk(Visit visit, String path) {
    boolean there = path.equals("/operator") || path.startsWith("/operator/");
    return there && visit.isOneOf(Set.of(Audience.OPERATOR)) ? desk : List.of();
  }

  List<FooterEntry> footer() {
    return footer;
  }

  Optional<SearchBox> search(Visit visit) {
    return searches.stream().filter(s -> visit.isOneOf(s.audiences())).findFirst();
  }

  Optional<BellSource> bell(Visit visit) {
    return visit.who().flatMap(who -> bell);
  }

  /** Of signed-in people's pages, outside of mails and papers. */
  Optional<LiveSource> live(Visit visit) {
    return visit.who().flatMap(who -> live.obtain());
  }
}
