package dev.tributary.console;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.report.ReportFolder;
import dev.tributary.run.Home;
import dev.tributary.run.RunLedger;
import dev.tributary.run.SyncRun;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The report of a run as files: always to be saved, never shown within the console, for it quotes what strangers wrote. */
@Controller
@ConditionalOnWebApplication
class ReportDownload {

    private final RunLedger runs;
    private final Home home;

    ReportDownload(RunLedger runs, Home home) {
        this.runs = runs;
        this.home = home;
    }

    @GetMapping("/runs/{id}/report/{file}")
    @Audited(Act.EXPORT)
    ResponseEntity<Resource> file(@PathVariable long id, @PathVariable String file) {
        SyncRun run = runs.find(id);
        Path path = ReportFolder.find(home, run, file)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "The run has no such file"));
        ContentDisposition saved = ContentDisposition.attachment()
                .filename("tributary-" + run.businessDate() + "-run-" + run.id() + "-" + file)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaTypeFactory.getMediaType(file).orElse(MediaType.APPLICATION_OCTET_STREAM))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(path));
    }
}
