package org.diestra.hiring.jobs;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A client's own jobs. */
@Controller
class MineController {
  private static final int PAGE = 20;
  private final JobQueries queries;
  private final Bidding bidding;
  private final Organisations organisations;

  MineController(JobQueries queries, Bidding bidding, Organisations organisations) {
    this.queries = queries;
    this.bidding = bidding;
    this.organisations = organisations;
  }

  /** Which of them a tab shows. */
  enum Tab {
    RUNNING(Stage.IN_REVIEW, Stage.OPEN, Stage.PAUSED),
    DRAFTS(Stage.DRAFT),
    CLOSED(Stage.CLOSED);

    private final Set<Stage> stages;

    Tab(Stage first, Stage... more) {
      this.stages = EnumSet.of(first, more);
    }

    String slug() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    int count(Map<Stage, Integer> counts) {
      return stages.stream().mapToInt(stage -> counts.getOrDefault(stage, 0)).sum();
    }

    static Tab of(@Nullable String slug) {
      return Arrays.stream(values()).filter(t -> t.slug().equals(slug)).findFirst().orElse(RUNNING);
    }
  }

  @GetMapping("/jobs/mine")
  String mine(
      Viewer viewer,
      @RequestParam @Nullable String show,
      @RequestParam @Nullable String after,
      Model model) {
    var clients = viewer.hiring().stream().map(Membership::organisation).toList();
    if (clients.isEmpty()) {
      return Steps.nobody(viewer, model);
    }
    var tab = Tab.of(show);
    var found = queries.ofClients(clients, tab.stages, mark(after), PAGE + 1);
    var page = found.subList(0, Math.min(PAGE, found.size()));
    var jobs = page.stream().map(JobQueries.Listed::job).toList();
    model.addAttribute("tab", tab);
    model.addAttribute("counts", queries.counts(clients));
    model.addAttribute("jobs", jobs);
    model.addAttribute("bands", bands(jobs));
    model.addAttribute("several", clients.size() > 1 ? names(viewer) : Map.of());
    model.addAttribute("clients", organisations.all(clients));
    model.addAttribute("next", found.size() > PAGE ? text(page.getLast().mark()) : null);
    return "mine";
  }

  private Map<JobId, Band> bands(List<Whole> jobs) {
    return bidding.possible() ? bidding.bands(Whole.ids(jobs)) : Map.of();
  }

  private static Map<Object, String> names(Viewer viewer) {
    var names = new java.util.HashMap<Object, String>();
    viewer.hiring().forEach(m -> names.put(m.organisation(), m.name()));
    return names;
  }

  static String text(JobQueries.Mark mark) {
    return mark.at() + "~" + Ids.text(mark.id());
  }

  /** Null for the first page, and for what is no place in a list. */
  static JobQueries.@Nullable Mark mark(@Nullable String text) {
    var parts = text == null ? new String[0] : text.split("~", 2);
    if (parts.length < 2) {
      return null;
    }
    try {
      var at = java.time.Instant.parse(parts[0]);
      return Ids.read(parts[1]).map(id -> new JobQueries.Mark(at, id)).orElse(null);
    } catch (java.time.format.DateTimeParseException malformed) {
      return null;
    }
  }
}
