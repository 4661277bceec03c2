package org.diestra.platform.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.diestra.platform.data.Modules.Module;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings every module's schema up to date: a module's scripts lie in its folder, its tables in the
 * schema named by its id, its history beside them. Modules go in the order of their arrows, so that
 * a foreign key along an arrow finds its table. When no script has changed since the last start,
 * nothing is looked at but one row.
 */
@Component
class Migrations implements FlywayMigrationStrategy {

  /** A module with scripts, which are sorted by name. */
  private record Scripts(Module module, List<Resource> files) {}

  @Override
  public void migrate(Flyway flyway) {
    try {
      var all = scripts();
      var hash = hash(all);
      var jdbc = JdbcClient.create(flyway.getConfiguration().getDataSource());
      if (!hash.equals(migrated(jdbc))) {
        all.forEach(scripts -> migrate(flyway, scripts.module(), jdbc));
        remember(jdbc, hash);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void migrate(Flyway flyway, Module module, JdbcClient jdbc) {
    Flyway.configure()
        .configuration(flyway.getConfiguration())
        .resourceProvider(null) // beans decided while packaging bring one for Boot's own folder
        .schemas(module.id())
        .defaultSchema(module.id())
        .locations("classpath:" + module.folder())
        .load()
        .migrate();
    // the default privileges would let the application rewrite history
    jdbc.sql("revoke all on %s.flyway_schema_history from diestra_app".formatted(module.id()))
        .update();
  }

  private static List<Scripts> scripts() throws IOException {
    var resolver = new PathMatchingResourcePatternResolver();
    var all = new ArrayList<Scripts>();
    for (var module : Modules.inOrder()) {
      var files = resolver.getResources("classpath*:" + module.folder() + "/V*.sql");
      if (files.length > 0) {
        Arrays.sort(files, Comparator.comparing(Migrations::name));
        all.add(new Scripts(module, List.of(files)));
      }
    }
    return all;
  }

  /** Over names within modules, not addresses: a jar and a folder with the same scripts agree. */
  private static String hash(List<Scripts> all) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var scripts : all) {
        for (var file : scripts.files()) {
          digest.update((called(scripts, file) + "\n").getBytes(StandardCharsets.UTF_8));
          digest.update(file.getContentAsByteArray());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All scripts of this build, as {@code jobs/V1__jobs.sql}. */
  static List<String> names() throws IOException {
    return scripts().stream()
        .flatMap(scripts -> scripts.files().stream().map(file -> called(scripts, file)))
        .toList();
  }

  private static String called(Scripts scripts, Resource file) {
    return scripts.module().id() + "/" + name(file);
  }

  private static String name(Resource file) {
    var name = file.getFilename();
    return name == null ? "" : name;
  }

  private static String migrated(JdbcClient jdbc) {
    jdbc.sql("create table if not exists public.migrated (hash text not null)").update();
    return jdbc.sql("select hash from public.migrated").query(String.class).optional().orElse("");
  }

  private static void remember(JdbcClient jdbc, String hash) {
    jdbc.sql(
            """
            with old as (delete from public.migrated)
            insert into public.migrated (hash) values (:hash)
            """)
        .param("hash", hash)
        .update();
    jdbc.sql("revoke all on public.migrated from diestra_app").update();
  }
}
