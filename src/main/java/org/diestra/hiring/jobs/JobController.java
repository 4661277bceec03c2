package org.diestra.hiring.jobs;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.page.Guests;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A job's own page, and what its editions changed. */
@Controller
@Guests
class JobController {
  private final Viewing viewing;
  private final EditionStore editions;

  JobController(Viewing viewing, EditionStore editions) {
    this.viewing = viewing;
    this.editions = editions;
  }

  @GetMapping("/jobs/{id}")
  String show(@Nullable Viewer viewer, @PathVariable JobId id, Model model) {
    var whole = viewing.find(id, viewer);
    if (whole.job().stage() == Stage.DRAFT) {
      return "redirect:/jobs/" + id + "/edit";
    }
    model.addAttribute("job", viewing.view(whole, viewer));
    return "show";
  }

  /**
   * What an edition says otherwise than an earlier one.
   *
   * @param edition the newest where none is named
   * @param since the earlier one: that on which a bid was made; the one before where none is named
   */
  @GetMapping("/jobs/{id}/changes")
  String changes(
      @Nullable Viewer viewer,
      @PathVariable JobId id,
      @RequestParam @Nullable Integer edition,
      @RequestParam @Nullable Integer since,
      HttpServletRequest request,
      Model model) {
    var whole = viewing.find(id, viewer);
    var all = editions.all(id);
    all.remove(EditionStore.WORKING);
    int number = edition == null ? whole.job().post().edition() : edition;
    var after = all.get(number);
    var before = all.get(since == null || since >= number ? number - 1 : since);
    if (after == null || before == null) {
      throw new NotFound();
    }
    model.addAttribute("job", id.toString());
    model.addAttribute("before", before);
    model.addAttribute("after", after);
    model.addAttribute("numbers", List.copyOf(all.keySet()));
    return Pages.wantsFragment(request) ? "_between" : "changes";
  }
}
