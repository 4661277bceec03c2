package org.diestra.work.contracts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /contracts}: what is signed, with its paper and its text. */
@Controller
@RequestMapping("/contracts")
class ContractsController {
  private final Contracts contracts;
  private final ContractPapers papers;
  private final ContractPages pages;

  ContractsController(Contracts contracts, ContractPapers papers, ContractPages pages) {
    this.contracts = contracts;
    this.papers = papers;
    this.pages = pages;
  }

  @GetMapping
  String list(Viewer viewer, @RequestParam @Nullable String before, Model model) {
    var found = contracts.of(viewer, mark(before));
    boolean more = found.size() > Contracts.PAGE;
    var page = more ? found.subList(0, Contracts.PAGE) : found;
    model.addAttribute("viewer", viewer);
    model.addAttribute("rows", pages.rows(viewer, page));
    model.addAttribute("offers", before == null ? pages.offers(viewer) : List.of());
    model.addAttribute("next", more ? "/contracts?before=" + page.getLast().signedAt() : null);
    return "index";
  }

  @GetMapping("/{id}")
  String show(Viewer viewer, @PathVariable ContractId id, Model model) {
    return pages.show(viewer, contracts.get(viewer, id), model);
  }

  @GetMapping("/{id}.pdf")
  void pdf(
      Viewer viewer,
      @PathVariable ContractId id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    papers.send(contracts.get(viewer, id), request, response);
  }

  @GetMapping("/{id}.json")
  ResponseEntity<String> text(Viewer viewer, @PathVariable ContractId id) {
    var paper = papers.paper(contracts.get(viewer, id));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(paper.json());
  }

  private static @Nullable Instant mark(@Nullable String before) {
    try {
      return before == null ? null : Instant.parse(before);
    } catch (DateTimeException madeUp) {
      throw new NotFound();
    }
  }
}
