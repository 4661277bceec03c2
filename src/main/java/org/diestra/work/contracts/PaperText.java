package org.diestra.work.contracts;

import java.util.List;
import org.diestra.work.contracts.TermLines.Line;

/** A text that is to be signed, or was, for the templates of other modules. */
public final class PaperText {
  private final Paper paper;

  PaperText(Paper paper) {
    this.paper = paper;
  }

  public Terms terms() {
    return paper.terms();
  }

  /** Whether it says that taxes go with the price, which those of before do not. */
  public boolean taxed() {
    return paper.taxes();
  }

  /** In the reader's words, so only while a page is written. */
  public List<Line> lines() {
    return TermLines.of(paper);
  }

  /** What follows from the choices, likewise. */
  public List<String> clauses() {
    return TermLines.clauses(paper);
  }
}
