package org.diestra.platform.sessions;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Sessions, asked for in one statement a request and written when there is something to write.
 * Spring's filter looks for a session once more after it has saved it; that is answered from what
 * this request just saved, and by nothing older: what was ended elsewhere is ended at once.
 */
final class HeldSessions<S extends Session>
    implements FindByIndexNameSessionRepository<HeldSession<S>> {
  private static final ThreadLocal<@Nullable Memo> MEMO = new ThreadLocal<>();
  private final FindByIndexNameSessionRepository<S> kept;

  /** What the request of this thread has saved last. */
  private static final class Memo {
    private @Nullable HeldSession<?> saved;
  }

  HeldSessions(FindByIndexNameSessionRepository<S> kept) {
    this.kept = kept;
  }

  /** A request begins in this thread. */
  static void begin() {
    MEMO.set(new Memo());
  }

  /** It ends. */
  static void end() {
    MEMO.remove();
  }

  @Override
  public HeldSession<S> createSession() {
    return HeldSession.begun(kept.createSession());
  }

  @Override
  public void save(HeldSession<S> session) {
    if (session.hasNews()) {
      kept.save(session.kept());
      session.saved();
    }
    var here = MEMO.get();
    if (here != null) {
      here.saved = session;
    }
  }

  @Override
  @SuppressWarnings("unchecked") // there is one repository
  public @Nullable HeldSession<S> findById(String id) {
    var here = MEMO.get();
    if (here != null && here.saved != null && here.saved.getId().equals(id)) {
      return (HeldSession<S>) here.saved;
    }
    var found = SessionTransactions.reading(() -> kept.findById(id));
    return found == null ? null : HeldSession.found(found);
  }

  @Override
  public void deleteById(String id) {
    var here = MEMO.get();
    if (here != null) {
      here.saved = null;
    }
    kept.deleteById(id);
  }

  @Override
  public Map<String, HeldSession<S>> findByIndexNameAndIndexValue(String name, String value) {
    return kept.findByIndexNameAndIndexValue(name, value).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> HeldSession.found(each.getValue())));
  }
}
