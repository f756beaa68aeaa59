/*
 * Every field that the CRDs of releases 1.10 to 1.16 have in a pod template, as their charts publish them: `name(children)`, with `@1.13` from
 * the first release that has it and `!1.13` from the first that has it no more; `+container` stands for the fields of a container.
 */

export const CONTAINER_FIELDS = `
args command env(name value valueFrom(configMapKeyRef(key name optional) fieldRef(apiVersion fieldPath) fileKeyRef@1.16(key optional path
volumeName) resourceFieldRef(containerName divisor resource) secretKeyRef(key name optional))) envFrom(configMapRef(name optional) prefix
secretRef(name optional)) image imagePullPolicy lifecycle(postStart(exec(command) httpGet(host httpHeaders(name value) path port scheme)
sleep(seconds) tcpSocket(host port)) preStop(exec(command) httpGet(host httpHeaders(name value) path port scheme) sleep(seconds)
tcpSocket(host port)) stopSignal@1.13) livenessProbe(exec(command) failureThreshold grpc(port service) httpGet(host httpHeaders(name value)
path port scheme) initialDelaySeconds periodSeconds successThreshold tcpSocket(host port) terminationGracePeriodSeconds timeoutSeconds) name
ports(containerPort hostIP hostPort name protocol) readinessProbe(exec(command) failureThreshold grpc(port service) httpGet(host
httpHeaders(name value) path port scheme) initialDelaySeconds periodSeconds successThreshold tcpSocket(host port)
terminationGracePeriodSeconds timeoutSeconds) resizePolicy(resourceName restartPolicy) resources(claims(name request@1.13) limits requests)
restartPolicy restartPolicyRules@1.16(action exitCodes(operator values)) securityContext(allowPrivilegeEscalation
appArmorProfile(localhostProfile type) capabilities(add drop) privileged procMount readOnlyRootFilesystem runAsGroup runAsNonRoot runAsUser
seLinuxOptions(level role type user) seccompProfile(localhostProfile type) windowsOptions(gmsaCredentialSpec gmsaCredentialSpecName
hostProcess runAsUserName)) startupProbe(exec(command) failureThreshold grpc(port service) httpGet(host httpHeaders(name value) path port
scheme) initialDelaySeconds periodSeconds successThreshold tcpSocket(host port) terminationGracePeriodSeconds timeoutSeconds) stdin
stdinOnce terminationMessagePath terminationMessagePolicy tty volumeDevices(devicePath name) volumeMounts(mountPath mountPropagation name
readOnly recursiveReadOnly subPath subPathExpr) workingDir
`;

export const POD_TEMPLATE_FIELDS = `
apiVersion kind metadata(annotations creationTimestamp deletionGracePeriodSeconds deletionTimestamp finalizers generateName generation
labels managedFields(apiVersion fieldsType fieldsV1 manager operation subresource time) name namespace ownerReferences(apiVersion
blockOwnerDeletion controller kind name uid) resourceVersion selfLink uid) spec(activeDeadlineSeconds
affinity(nodeAffinity(preferredDuringSchedulingIgnoredDuringExecution(preference(matchExpressions(key operator values) matchFields(key
operator values)) weight) requiredDuringSchedulingIgnoredDuringExecution(nodeSelectorTerms(matchExpressions(key operator values)
matchFields(key operator values))))
podAffinity(preferredDuringSchedulingIgnoredDuringExecution(podAffinityTerm(labelSelector(matchExpressions(key operator values) matchLabels)
matchLabelKeys mismatchLabelKeys namespaceSelector(matchExpressions(key operator values) matchLabels) namespaces topologyKey) weight)
requiredDuringSchedulingIgnoredDuringExecution(labelSelector(matchExpressions(key operator values) matchLabels) matchLabelKeys
mismatchLabelKeys namespaceSelector(matchExpressions(key operator values) matchLabels) namespaces topologyKey))
podAntiAffinity(preferredDuringSchedulingIgnoredDuringExecution(podAffinityTerm(labelSelector(matchExpressions(key operator values)
matchLabels) matchLabelKeys mismatchLabelKeys namespaceSelector(matchExpressions(key operator values) matchLabels) namespaces topologyKey)
weight) requiredDuringSchedulingIgnoredDuringExecution(labelSelector(matchExpressions(key operator values) matchLabels) matchLabelKeys
mismatchLabelKeys namespaceSelector(matchExpressions(key operator values) matchLabels) namespaces topologyKey)))
automountServiceAccountToken containers(+container) dnsConfig(nameservers options(name value) searches) dnsPolicy enableServiceLinks
ephemeralContainers(+container targetContainerName) hostAliases(hostnames ip) hostIPC hostNetwork hostPID hostUsers hostname
hostnameOverride@1.16 imagePullSecrets(name) initContainers(+container) nodeName nodeSelector os(name) overhead preemptionPolicy priority
priorityClassName readinessGates(conditionType) resourceClaims(name resourceClaimName@1.13 resourceClaimTemplateName@1.13
source!1.13(resourceClaimName resourceClaimTemplateName)) resources@1.13(claims(name request) limits requests) restartPolicy
runtimeClassName schedulerName schedulingGates(name) schedulingGroup@1.16(podGroupName) securityContext(appArmorProfile(localhostProfile
type) fsGroup fsGroupChangePolicy runAsGroup runAsNonRoot runAsUser seLinuxChangePolicy@1.13 seLinuxOptions(level role type user)
seccompProfile(localhostProfile type) supplementalGroups supplementalGroupsPolicy@1.13 sysctls(name value) windowsOptions(gmsaCredentialSpec
gmsaCredentialSpecName hostProcess runAsUserName)) serviceAccount serviceAccountName setHostnameAsFQDN shareProcessNamespace subdomain
terminationGracePeriodSeconds tolerations(effect key operator tolerationSeconds value)
topologySpreadConstraints(labelSelector(matchExpressions(key operator values) matchLabels) matchLabelKeys maxSkew minDomains
nodeAffinityPolicy nodeTaintsPolicy topologyKey whenUnsatisfiable) volumes(awsElasticBlockStore(fsType partition readOnly volumeID)
azureDisk(cachingMode diskName diskURI fsType kind readOnly) azureFile(readOnly secretName shareName) cephfs(monitors path readOnly
secretFile secretRef(name) user) cinder(fsType readOnly secretRef(name) volumeID) configMap(defaultMode items(key mode path) name optional)
csi(driver fsType nodePublishSecretRef(name) readOnly volumeAttributes) downwardAPI(defaultMode items(fieldRef(apiVersion fieldPath) mode
path resourceFieldRef(containerName divisor resource))) emptyDir(medium sizeLimit) ephemeral(volumeClaimTemplate(metadata(annotations
creationTimestamp deletionGracePeriodSeconds deletionTimestamp finalizers generateName generation labels managedFields(apiVersion fieldsType
fieldsV1 manager operation subresource time) name namespace ownerReferences(apiVersion blockOwnerDeletion controller kind name uid)
resourceVersion selfLink uid) spec(accessModes dataSource(apiGroup kind name) dataSourceRef(apiGroup kind name namespace) resources(limits
requests) selector(matchExpressions(key operator values) matchLabels) storageClassName volumeAttributesClassName volumeMode volumeName)))
fc(fsType lun readOnly targetWWNs wwids) flexVolume(driver fsType options readOnly secretRef(name)) flocker(datasetName datasetUUID)
gcePersistentDisk(fsType partition pdName readOnly) gitRepo(directory repository revision) glusterfs(endpoints path readOnly) hostPath(path
type) image@1.13(pullPolicy reference) iscsi(chapAuthDiscovery chapAuthSession fsType initiatorName iqn iscsiInterface lun portals readOnly
secretRef(name) targetPortal) name nfs(path readOnly server) persistentVolumeClaim(claimName readOnly) photonPersistentDisk(fsType pdID)
portworxVolume(fsType readOnly volumeID) projected(defaultMode sources(clusterTrustBundle(labelSelector(matchExpressions(key operator
values) matchLabels) name optional path signerName) configMap(items(key mode path) name optional) downwardAPI(items(fieldRef(apiVersion
fieldPath) mode path resourceFieldRef(containerName divisor resource))) podCertificate@1.16(certificateChainPath credentialBundlePath
keyPath keyType maxExpirationSeconds signerName userAnnotations) secret(items(key mode path) name optional) serviceAccountToken(audience
expirationSeconds path))) quobyte(group readOnly registry tenant user volume) rbd(fsType image keyring monitors pool readOnly
secretRef(name) user) scaleIO(fsType gateway protectionDomain readOnly secretRef(name) sslEnabled storageMode storagePool system volumeName)
secret(defaultMode items(key mode path) optional secretName) storageos(fsType readOnly secretRef(name) volumeName volumeNamespace)
vsphereVolume(fsType storagePolicyID storagePolicyName volumePath)))
`;
