package org.diestra.hiring.jobs;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diestra.hiring.screening.Finding;
import org.diestra.hiring.screening.Place;
import org.diestra.hiring.screening.Screening;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.page.Operators;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator's queue: jobs that wait to be read, and those that were hidden. */
@Controller
@Operators
@RequestMapping("/operator/jobs")
class HouseController {
  private static final int WHY = 500;
  private final House house;
  private final Clients clients;
  private final Screening screening;

  @Bean
  static OperatorEntry reviewEntry(JobQueries queries) {
    return new OperatorEntry(
        "/operator/jobs", "jobs.house.nav", "clipboard-check", 40, queries::waiting);
  }

  HouseController(House house, Clients clients, Screening screening) {
    this.house = house;
    this.clients = clients;
    this.screening = screening;
  }

  @GetMapping
  String queue(Model model) {
    return show(model);
  }

  @PostMapping("/{id}/release")
  String release(Viewer viewer, @PathVariable JobId id, RedirectAttributes onward) {
    return answer(house.release(id, viewer.id()), "jobs.house.released", onward);
  }

  @PostMapping("/{id}/return")
  String sendBack(
      Viewer viewer,
      @PathVariable JobId id,
      @RequestParam @Nullable String why,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var words = why(id, why, problems);
    return problems.any()
        ? Pages.again(response, model, problems, show(model))
        : answer(house.sendBack(id, viewer.id(), words), "jobs.house.returned", onward);
  }

  @PostMapping("/{id}/hiding")
  String hide(
      Viewer viewer,
      @PathVariable JobId id,
      @RequestParam @Nullable String why,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var words = why(id, why, problems);
    return problems.any()
        ? Pages.again(response, model, problems, show(model))
        : answer(house.hide(id, viewer.id(), words), "jobs.house.hidden", onward);
  }

  @PostMapping("/{id}/showing")
  String showAgain(Viewer viewer, @PathVariable JobId id, RedirectAttributes onward) {
    return answer(house.show(id, viewer.id()), "jobs.house.shown", onward);
  }

  private static String why(JobId id, @Nullable String typed, Problems problems) {
    return new Typed(problems).line("why-" + id, typed, WHY, "jobs.house.why.missing");
  }

  private static String answer(Outcome<Job> done, String key, RedirectAttributes onward) {
    return done.fold(
        job -> {
          Flash.ok(onward, key);
          return "redirect:/operator/jobs";
        },
        why -> {
          Flash.refused(onward, why);
          return "redirect:/operator/jobs";
        });
  }

  private String show(Model model) {
    var watched = house.watched();
    model.addAttribute("jobs", watched);
    model.addAttribute("clients", clients.facts(watched.stream().map(Whole::client).toList()));
    model.addAttribute("findings", findings(watched));
    return "house";
  }

  private Map<JobId, List<Finding>> findings(List<Whole> jobs) {
    var rules = screening.reader(Place.JOB);
    var found = new LinkedHashMap<JobId, List<Finding>>();
    jobs.forEach(job -> found.put(job.id(), rules.apply(job.sketch().text())));
    return found;
  }
}
