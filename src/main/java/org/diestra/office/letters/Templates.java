package org.diestra.office.letters;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to a workspace's templates, for whoever works in its administration. */
@Service
class Templates {
  /** A workspace's. */
  static final int MOST = 300;

  private final TemplateStore store;
  private final Audit audit;
  private final Clock clock;

  Templates(TemplateStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** By name. */
  @Transactional(readOnly = true)
  public List<Template> all(Pass pass) {
    pass.requireWorks(Area.ADMIN);
    return store.all(pass.workspace().id());
  }

  /**
   * @throws NotFound if there is no such template there
   */
  @Transactional(readOnly = true)
  public Template get(Pass pass, TemplateId id) {
    pass.requireWorks(Area.ADMIN);
    return store.find(pass.workspace().id(), id).orElseThrow(NotFound::new);
  }

  @Transactional
  public Outcome<TemplateId> add(Pass pass, Template.Text text) {
    pass.requireWorks(Area.ADMIN);
    if (store.count(pass.workspace().id()) >= MOST) {
      return refused(Refusal.limit("letters.most", MOST));
    }
    var id = new TemplateId(Ids.fresh());
    store.add(pass.workspace().id(), id, text, pass.viewer().id(), clock.instant());
    audit.record(deed(pass, "add", id));
    return done(id);
  }

  /** The house's own ones in that language, to begin with. */
  @Transactional
  public void examples(Pass pass, Locale language) {
    Examples.in(language).forEach(text -> add(pass, text).orFail());
  }

  /**
   * @param seen the version that was on the page
   * @throws NotFound if there is no such template there
   */
  @Transactional
  public Outcome<TemplateId> change(Pass pass, TemplateId id, Template.Text text, int seen) {
    get(pass, id);
    var workspace = pass.workspace().id();
    if (!store.change(workspace, id, text, seen, pass.viewer().id(), clock.instant())) {
      return refused(Refusal.conflict("letters.moved"));
    }
    audit.record(deed(pass, "change", id));
    return done(id);
  }

  /**
   * Takes it out of the list; what was written from it stays.
   *
   * @throws NotFound if there is no such template there
   */
  @Transactional
  public void remove(Pass pass, TemplateId id) {
    pass.requireWorks(Area.ADMIN);
    if (!store.remove(pass.workspace().id(), id, pass.viewer().id(), clock.instant())) {
      throw new NotFound();
    }
    audit.record(deed(pass, "remove", id));
  }

  /**
   * @throws NotFound if none was taken out
   */
  @Transactional
  public void bringBack(Pass pass, TemplateId id) {
    pass.requireWorks(Area.ADMIN);
    if (!store.bringBack(pass.workspace().id(), id)) {
      throw new NotFound();
    }
    audit.record(deed(pass, "return", id));
  }

  private static Deed deed(Pass pass, String action, TemplateId id) {
    return Deed.of("letters", action)
        .on("template", id.value())
        .by(pass.viewer().id().value())
        .with("workspace", pass.workspace().id().toString());
  }
}
