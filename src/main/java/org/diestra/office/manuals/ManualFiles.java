package org.diestra.office.manuals;

import static org.diestra.platform.data.Row.id;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.office.procedures.Instructions;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.writing.Embedded;
import org.diestra.platform.writing.RichText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pictures, videos and papers that stand in steps. A file belongs to a procedure once somebody
 * who brought it put it there; a text that names anybody else's shows its words alone.
 */
@Repository
class ManualFiles {
  private static final String HOLDER = "manuals:procedure";
  private final JdbcClient jdbc;
  private final Blobs blobs;

  ManualFiles(JdbcClient jdbc, Blobs blobs) {
    this.jdbc = jdbc;
    this.blobs = blobs;
  }

  /** What a draft shows must stay, also for old versions; in the transaction that changes it. */
  void keep(ProcedureId procedure, Instructions text, PersonId writer) {
    var named = named(text);
    if (named.isEmpty()) {
      return;
    }
    named.removeAll(held(procedure));
    for (var blob : blobs.all(named.stream().map(BlobId::new).toList()).values()) {
      if (writer.value().equals(blob.owner())) {
        add(procedure, blob.id(), writer);
      }
    }
  }

  private void add(ProcedureId procedure, BlobId blob, PersonId by) {
    jdbc.sql(
            """
            insert into manuals.file (procedure, blob, brought_by) values (:procedure, :blob, :by)
            on conflict do nothing
            """)
        .param("procedure", procedure.value())
        .param("blob", blob.value())
        .param("by", by.value())
        .update();
    blobs.hold(blob, HOLDER, procedure.value());
  }

  private static Set<UUID> named(Instructions text) {
    var ids = new LinkedHashSet<UUID>();
    text.steps().forEach(step -> ids.addAll(RichText.references(step.text())));
    return ids;
  }

  private Set<UUID> held(ProcedureId procedure) {
    return new HashSet<>(
        jdbc.sql("select blob from manuals.file where procedure = :procedure")
            .param("procedure", procedure.value())
            .query((r, n) -> id(r, "blob"))
            .list());
  }

  /** The files of these instructions, for whoever may read the procedure. */
  @Transactional(readOnly = true)
  public Function<UUID, Optional<Embedded>> of(Procedure procedure, Instructions text) {
    return embedded(procedure, procedure.href(), named(text), null);
  }

  /** The files of a text that is being written: also what the writer has just brought. */
  @Transactional(readOnly = true)
  public Function<UUID, Optional<Embedded>> of(Procedure procedure, String text, PersonId writer) {
    return embedded(procedure, procedure.href(), RichText.references(text), writer);
  }

  private Function<UUID, Optional<Embedded>> embedded(
      Procedure procedure, String href, Collection<UUID> named, @Nullable PersonId writer) {
    if (named.isEmpty()) {
      return id -> Optional.empty();
    }
    var held = held(procedure.id());
    var found = blobs.all(named.stream().map(BlobId::new).toList());
    return id ->
        Optional.ofNullable(found.get(new BlobId(id)))
            .filter(blob -> held.contains(id) || brought(blob, writer))
            .map(blob ->
                new Embedded(href + "/files/" + blob.id(), blob.type().mediaType(), blob.name()));
  }

  private static boolean brought(Blob blob, @Nullable PersonId writer) {
    return writer != null && writer.value().equals(blob.owner());
  }

  /**
   * @throws NotFound if there is none of that id in the procedure, nor brought by this person
   */
  @Transactional(readOnly = true)
  public Blob get(Procedure procedure, BlobId id, PersonId reader) {
    var blob = blobs.get(id);
    if (!held(procedure.id()).contains(id.value()) && !brought(blob, reader)) {
      throw new NotFound();
    }
    return blob;
  }
}
