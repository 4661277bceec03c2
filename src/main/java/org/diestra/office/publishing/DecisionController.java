package org.diestra.office.publishing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is decided on posts, each deed by its own name. */
@Controller
@RequestMapping("/w/{workspace}/publishing")
class DecisionController {
  private static final int LONGEST_WORDS = 1_000;
  private final Desks desks;
  private final Posts posts;
  private final Approvals approvals;
  private final Hands hands;
  private final PostPages pages;

  DecisionController(Desks desks, Posts posts, Approvals approvals, Hands hands, PostPages pages) {
    this.desks = desks;
    this.posts = posts;
    this.approvals = approvals;
    this.hands = hands;
    this.pages = pages;
  }

  /** Several at once, from the queue: {@code post} repeated, each an id and its version. */
  @PostMapping("/approvals")
  String approveAll(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes onward) {
    var desk = desks.enter(viewer, workspace);
    var seen = new LinkedHashMap<PostId, Integer>();
    for (var one : sent.getOrDefault("post", List.of())) {
      int cut = one.indexOf('.');
      if (cut > 0) {
        Ids.read(one.substring(0, cut))
            .ifPresent(id -> seen.put(new PostId(id), version(one.substring(cut + 1))));
      }
    }
    approve(desk, seen, onward);
    return "redirect:" + desk.href("queue") + "?state=submitted";
  }

  private static int version(String digits) {
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }

  private void approve(Desk desk, Map<PostId, Integer> seen, RedirectAttributes onward) {
    switch (approvals.approve(desk, seen)) {
      case Outcome.Done<Integer>(var count) -> Flash.ok(onward, "publishing.approved", count);
      case Outcome.Refused<Integer>(var why) -> Flash.refused(onward, why);
    }
  }

  @PostMapping("/posts/{post}/approval")
  String approve(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PostId post,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = desks.enter(viewer, workspace);
    approve(desk, Map.of(post, version(seen)), onward);
    return back(desk, post);
  }

  @PostMapping("/posts/{post}/return")
  String giveBack(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PostId post,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String words,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desks.enter(viewer, workspace);
    var problems = new Problems();
    var said = new Typed(problems).text("words", words, LONGEST_WORDS, "publishing.return.missing");
    if (problems.any()) {
      return Pages.again(response, model, problems, pages.show(desk, desks.get(desk, post), model));
    }
    return after(
        approvals.giveBack(desk, post, version(seen), said), desk, post, "returned", onward);
  }

  /** A deed that needs no more than to know what was looked at. */
  private String deed(
      Viewer viewer,
      WorkspaceId workspace,
      PostId post,
      BiFunction<Desk, Desks.Found, Outcome<PostId>> verb,
      String done,
      RedirectAttributes onward) {
    var desk = desks.enter(viewer, workspace);
    return after(verb.apply(desk, desks.get(desk, post)), desk, post, done, onward);
  }

  @PostMapping("/posts/{post}/submission")
  String submit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PostId post,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    return deed(
        viewer,
        workspace,
        post,
        (desk, found) -> posts.submit(desk, post, version(seen)),
        "handed",
        onward);
  }

  @PostMapping("/posts/{post}/withdrawal")
  String withdraw(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PostId post,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    return deed(
        viewer,
        workspace,
        post,
        (desk, found) -> posts.withdraw(desk, post, version(seen)),
        "withdrawn",
        onward);
  }

  @PostMapping("/posts/{post}/hold")
  String hold(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PostId post,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "false") boolean end,
      RedirectAttributes onward) {
    return deed(
        viewer,
        workspace,
        post,
        (desk, found) ->
            end ? posts.release(desk, post, version(seen)) : posts.hold(desk, post, version(seen)),
        end ? "released" : "held",
        onward);
  }

  @PostMapping("/posts/{post}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PostId post,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = desks.enter(viewer, workspace);
    return switch (posts.remove(desk, post, version(seen))) {
      case Outcome.Done<PostId> done -> {
        Flash.ok(onward, "publishing.removed");
        yield "redirect:" + desk.href("queue");
      }
      case Outcome.Refused<PostId>(var why) -> {
        Flash.refused(onward, why);
        yield back(desk, post);
      }
    };
  }

  /** A person published it, and says where. */
  @PostMapping("/posts/{post}/publication")
  String published(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PostId post,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String url,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desks.enter(viewer, workspace);
    var problems = new Problems();
    var there = new Typed(problems).line("url", url, Content.LONGEST_LINK);
    if (!there.isEmpty() && !Content.address(there)) {
      problems.add("url", "publishing.link.wrong");
    }
    if (problems.any()) {
      return Pages.again(response, model, problems, pages.show(desk, desks.get(desk, post), model));
    }
    return after(
        hands.published(desk, post, version(seen), there), desk, post, "published", onward);
  }

  @PostMapping("/posts/{post}/retry")
  String retry(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PostId post,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "false") boolean overwrite,
      RedirectAttributes onward) {
    return deed(
        viewer,
        workspace,
        post,
        (desk, found) ->
            overwrite
                ? hands.overwrite(desk, post, version(seen))
                : hands.retry(desk, post, version(seen)),
        "retried",
        onward);
  }

  @PostMapping("/posts/{post}/retraction")
  String retract(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PostId post,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    return deed(
        viewer,
        workspace,
        post,
        (desk, found) -> hands.retract(desk, post, version(seen)),
        "retracted",
        onward);
  }

  private static String after(
      Outcome<PostId> outcome, Desk desk, PostId post, String key, RedirectAttributes onward) {
    switch (outcome) {
      case Outcome.Done<PostId> done -> Flash.ok(onward, "publishing.done." + key);
      case Outcome.Refused<PostId>(var why) -> Flash.refused(onward, why);
    }
    return back(desk, post);
  }

  private static String back(Desk desk, PostId post) {
    return "redirect:" + desk.href("posts/" + post);
  }
}
